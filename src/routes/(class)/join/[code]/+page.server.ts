import { redirect } from '@sveltejs/kit';

/** The address on the board, and in the square code. */
export const load = ({ params }) => redirect(303, `/join?code=${encodeURIComponent(params.code)}`);
