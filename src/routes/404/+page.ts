// The page is shown at addresses that no script of ours could make sense of.
export const csr = false;
