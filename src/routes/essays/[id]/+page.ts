import type { Component } from 'svelte';

const bodies = import.meta.glob<{ default: Component }>('/content/essays/*.svx');

export const load = async ({ params, data }) => ({
  ...data,
  Body: (await bodies[`/content/essays/${params.id}.svx`]!()).default
});
