import type { Component } from 'svelte';

const bodies = import.meta.glob<{ default: Component }>('/content/events/*.svx');

export const load = async ({ params, data }) => ({
  ...data,
  Body: data.event.hasBody ? (await bodies[`/content/events/${params.id}.svx`]!()).default : null
});
