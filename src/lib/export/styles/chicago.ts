/**
 * The Chicago Manual of Style, 17th edition, as an entry of a bibliography: what was written
 * and where it is kept. Titles stand in quotation marks throughout,
 * because what is cited is a single document, often under a title that an editor gave it.
 * An inferred date stands in square brackets with a question mark.
 */
export const chicago = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-US">
  <info>
    <title>Chicago bibliography, primary documents</title>
    <id>two-steps-chicago</id>
    <updated>2025-01-01T00:00:00+00:00</updated>
  </info>
  <macro name="author">
    <names variable="author">
      <name and="text" name-as-sort-order="first" delimiter-precedes-last="always" sort-separator=", "/>
    </names>
  </macro>
  <macro name="date">
    <date variable="issued">
      <date-part name="month" suffix=" "/>
      <date-part name="day" suffix=", "/>
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
      <text variable="genre"/>
      <text variable="event-place"/>
      <text macro="date-as-sure-as-it-is"/>
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
        <text variable="number"/>
        <text variable="archive_location" text-case="capitalize-first"/>
        <text variable="archive"/>
        <text variable="URL"/>
      </group>
    </layout>
  </bibliography>
</style>`;
