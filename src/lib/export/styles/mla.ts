/**
 * The MLA Handbook, 9th edition, as an entry of the works cited. The collection or archive is
 * the container, and stands in roman type: most of ours are described in words, not named by
 * a title. An inferred date stands in square brackets with a question mark.
 */
export const mla = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info>
    <title>MLA works cited, primary documents</title>
    <id>two-steps-mla</id>
    <updated>2025-01-01T00:00:00+00:00</updated>
  </info>
  <locale xml:lang="en">
    <terms>
      <term name="month-06" form="short">June</term>
      <term name="month-07" form="short">July</term>
      <term name="month-09" form="short">Sept.</term>
    </terms>
  </locale>
  <macro name="author">
    <names variable="author">
      <name and="text" name-as-sort-order="first" delimiter-precedes-last="always" sort-separator=", "
        et-al-min="3" et-al-use-first="1"/>
    </names>
  </macro>
  <macro name="date">
    <date variable="issued">
      <date-part name="day" suffix=" "/>
      <date-part name="month" form="short" suffix=" "/>
      <date-part name="year"/>
    </date>
  </macro>
  <macro name="date-as-sure-as-it-is">
    <choose>
      <if is-uncertain-date="issued">
        <text macro="date" prefix="[" suffix="?]"/>
      </if>
      <else>
        <text macro="date"/>
      </else>
    </choose>
  </macro>
  <macro name="document">
    <group delimiter=", ">
      <text macro="date-as-sure-as-it-is"/>
      <text variable="event-place"/>
    </group>
  </macro>
  <macro name="container">
    <group delimiter=", ">
      <text variable="archive"/>
      <text variable="number"/>
      <text variable="archive_location"/>
      <text variable="URL"/>
    </group>
  </macro>
  <citation>
    <layout delimiter="; ">
      <text variable="title" quotes="true"/>
    </layout>
  </citation>
  <bibliography>
    <layout suffix=".">
      <group delimiter=". ">
        <text macro="author"/>
        <text variable="title" quotes="true"/>
        <text macro="document"/>
        <text variable="genre"/>
        <text macro="container"/>
      </group>
    </layout>
  </bibliography>
</style>`;
