package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Bits {@code low} to {@code high} of a field, both included, counted from the least significant.
 *
 * @param name snake case; {@code reserved} for reserved ranges
 * @param enumeration the enumeration that names the values of this range, if one does
 * @param meanings what single values mean: {@code 0 = little-endian}
 * @param description the document's words; pandoc markup
 */
public record BitRange(
        String name,
        int low,
        int high,
        boolean reserved,
        Optional<String> enumeration,
        List<Enumeration.Value> meanings,
        String description,
        Span span) {

    public BitRange {
        meanings = List.copyOf(meanings);
        if (low < 0 || high < low || high > 63) {
            throw new IllegalArgumentException("no bits " + low + " to " + high);
        }
    }

    /** How many bits there are. */
    public int width() {
        return high - low + 1;
    }
}
