package io.streamspec.resolve;

import io.streamspec.model.Enumeration;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All that rules can name: structures, enumerations, records, and the definitions of each structure. */
final class Symbols {

    private final Map<String, Structure> structures = new LinkedHashMap<>();
    private final Map<String, Enumeration> enumerations = new LinkedHashMap<>();
    private final Map<String, RecordKind> records = new LinkedHashMap<>();
    private final Map<String, List<String>> definitions = new LinkedHashMap<>();
    private final Set<String> typed = new HashSet<>();

    /** Remembers that a rule says what the field is. */
    void markTyped(String structure, String field) {
        typed.add(structure + "." + field);
    }

    boolean isTyped(String structure, String field) {
        return typed.contains(structure + "." + field);
    }

    void add(Structure structure) {
        structures.put(structure.name(), structure);
    }

    void add(Enumeration enumeration) {
        enumerations.put(enumeration.name(), enumeration);
    }

    void add(RecordKind kind) {
        records.put(kind.name(), kind);
    }

    void addDefinition(String structure, String name) {
        definitions.computeIfAbsent(structure, key -> new ArrayList<>()).add(name);
    }

    void change(String structure, UnaryOperator<Structure> change) {
        structures.computeIfPresent(structure, (name, old) -> change.apply(old));
    }

    void changeRecord(String record, UnaryOperator<RecordKind> change) {
        records.computeIfPresent(record, (name, old) -> change.apply(old));
    }

    void changeEnumeration(String enumeration, UnaryOperator<Enumeration> change) {
        enumerations.computeIfPresent(enumeration, (name, old) -> change.apply(old));
    }

    List<Structure> structures() {
        return List.copyOf(structures.values());
    }

    List<Enumeration> enumerations() {
        return List.copyOf(enumerations.values());
    }

    List<RecordKind> records() {
        return List.copyOf(records.values());
    }

    /** The structure of exactly that name. */
    Optional<Structure> structureCalled(String name) {
        return Optional.ofNullable(structures.get(name));
    }

    /** The structure called {@code name}, or the body of the record called {@code name}. */
    Optional<Structure> structure(String name) {
        Optional<Structure> direct = structureCalled(name);
        return direct.or(() -> record(name).flatMap(RecordKind::structure).map(structures::get))
                .or(() -> Optional.ofNullable(structures.get(Words.snake(name))));
    }

    Optional<Enumeration> enumeration(String name) {
        return Optional.ofNullable(enumerations.get(name))
                .or(() -> Optional.ofNullable(enumerations.get(Words.snake(name))));
    }

    Optional<RecordKind> record(String name) {
        return Optional.ofNullable(records.get(name));
    }

    /** Whether the structure's rules define {@code name}. */
    boolean defines(String structure, String name) {
        return definitions.getOrDefault(structure, List.of()).contains(name);
    }

    /** The structures whose rules define {@code name}. */
    List<String> definers(String name) {
        return definitions.keySet().stream()
                .filter(structure -> defines(structure, name))
                .toList();
    }

    /** The names of all headers and records, for suggestions. */
    List<String> streamNames() {
        List<String> names = new ArrayList<>(records.keySet());
        names.addAll(structures.keySet());
        return names;
    }
}
