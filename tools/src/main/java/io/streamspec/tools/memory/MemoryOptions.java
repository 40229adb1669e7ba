package io.streamspec.tools.memory;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a guest's memory.
 *
 * @param out the file to write; null to show the page
 * @param page the number of the one page that is wanted; negative for all
 * @param format what the file is to look like
 * @param tables what becomes of page tables
 * @param mostMemory the guest's addresses are below this
 * @param takesPart whether to take what there is of a stream that breaks off
 * @param replaces whether to replace the file
 */
public record MemoryOptions(
        @Nullable Path out,
        long page,
        ImageFormat format,
        TableForm tables,
        long mostMemory,
        boolean takesPart,
        boolean replaces) {

    /** What addresses are below, if nobody says so: 4 TiB. */
    public static final long USUAL_MEMORY = 1L << 42;
}
