package io.streamspec.example;

/**
 * A sample that is to be run.
 *
 * @param java what the page shows, {@code new X86TscInfo(1, 2000, 3_000_000, 4)}
 * @param encoding statements that return the octets as a {@code byte[]}, in the byte order {@code order}
 * @param checking statements that return the violations of {@code octets} as a string, empty if there are none
 */
record Sample(String structure, String java, String encoding, String checking) {}
