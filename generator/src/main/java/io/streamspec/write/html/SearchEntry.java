package io.streamspec.write.html;

import java.util.Optional;

/**
 * Something that a reader may look for.
 *
 * @param kind section, record, field, bit, value, constant or rule
 * @param name what it is called; what is looked for first
 * @param where the section, structure or enumeration that it belongs to
 * @param anchor its id on the page
 * @param number the number it stands for, in decimal
 */
public record SearchEntry(String kind, String name, String where, String anchor, Optional<String> number) {}
