package io.streamspec.tools.memory;

/** What a file of a guest's memory looks like. */
public enum ImageFormat {
    /** Each octet at its address, with holes where there is nothing. */
    RAW,
    /** A core file of physical memory. */
    ELF,
    /** What LiME writes of a running machine: ranges of memory, each behind a header. */
    LIME
}
