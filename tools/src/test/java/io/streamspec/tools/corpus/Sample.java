package io.streamspec.tools.corpus;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A small stream as a row of parts with names, headers and records, each of which can be changed, left out, doubled or moved
 * octet by octet: codecs refuse to write what is wrong.
 */
public final class Sample {

    private record Part(String name, byte[] octets) {}

    private final List<Part> parts;

    private Sample(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** A stream of no octets. */
    public static Sample empty() {
        return new Sample(List.of());
    }

    /** This and then another part. */
    public Sample then(String name, Bytes octets) {
        return at(parts.size(), name, octets.array());
    }

    /** This and then another stream. */
    public Sample then(Sample other) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        return new Sample(all);
    }

    /** With a part before the first one of this name. */
    public Sample before(String name, String inserted, Bytes octets) {
        return at(index(name), inserted, octets.array());
    }

    /** Without the first part of this name. */
    public Sample without(String name) {
        List<Part> others = new ArrayList<>(parts);
        others.remove(index(name));
        return new Sample(others);
    }

    /** With the first part of this name twice. */
    public Sample twice(String name) {
        return at(index(name), name, parts.get(index(name)).octets());
    }

    /** With other octets for the first part of this name. */
    public Sample with(String name, Bytes octets) {
        return without(name).at(index(name), name, octets.array());
    }

    /** With the first part {@code moved} before the first part {@code name}. */
    public Sample move(String moved, String name) {
        byte[] octets = parts.get(index(moved)).octets();
        Sample others = without(moved);
        return others.at(others.index(name), moved, octets);
    }

    /** With other octets from {@code at} of the first part of this name on. */
    public Sample patch(String name, int at, Bytes octets) {
        byte[] changed = parts.get(index(name)).octets().clone();
        byte[] others = octets.array();
        System.arraycopy(others, 0, changed, at, others.length);
        return without(name).at(index(name), name, changed);
    }

    /** The first octets, up to {@code size} of the first part of this name. */
    public byte[] upTo(String name, int size) {
        return Arrays.copyOf(octets(), offset(name) + size);
    }

    /** Where the first part of this name begins. */
    public int offset(String name) {
        return parts.subList(0, index(name)).stream()
                .mapToInt(part -> part.octets().length)
                .sum();
    }

    /** The names of the parts. */
    public List<String> names() {
        return parts.stream().map(Part::name).toList();
    }

    /** All octets. */
    public byte[] octets() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(part -> all.writeBytes(part.octets()));
        return all.toByteArray();
    }

    @Override
    public String toString() {
        return String.join(", ", names());
    }

    private Sample at(int index, String name, byte[] octets) {
        List<Part> all = new ArrayList<>(parts);
        all.add(index, new Part(name, octets));
        return new Sample(all);
    }

    private int index(String name) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no part " + name + " in " + names());
    }
}
