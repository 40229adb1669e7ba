package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A whole specification.
 *
 * @param name the document's name, its file name without extension: {@code libxc-migration-stream}
 * @param shortName what generated packages and types are called after: {@code libxc}
 * @param revision what stands behind {@code Revision} in the title block
 * @param endianFlag the bit that tells the byte order of structures whose order is {@link ByteOrder#STREAM}
 * @param sections the document's outline, with all its text, in order
 * @param structures headers, record bodies, elements, in the order of the document
 * @param headers names of the structures that open a stream, in order
 * @param framing how records are framed, if the stream is made of records
 * @param evolution what later revisions have to observe
 * @param preamble what is said of its headers as a whole
 */
public record Specification(
        String name,
        String shortName,
        String title,
        List<String> authors,
        Optional<String> revision,
        Optional<BitReference> endianFlag,
        List<Section> sections,
        List<Structure> structures,
        List<Enumeration> enumerations,
        List<RecordKind> records,
        List<String> headers,
        Optional<Framing> framing,
        List<StreamGrammar> streams,
        List<Precedence> precedences,
        List<Implication> implications,
        List<Evolution> evolution,
        Preamble preamble,
        Span span) {

    public Specification {
        authors = List.copyOf(authors);
        sections = List.copyOf(sections);
        structures = IndexedList.of(structures, structure -> Optional.of(structure.name()));
        enumerations = IndexedList.of(enumerations, enumeration -> Optional.of(enumeration.name()));
        records = IndexedList.of(records, RecordKind::structure);
        headers = List.copyOf(headers);
        streams = List.copyOf(streams);
        precedences = List.copyOf(precedences);
        implications = List.copyOf(implications);
        evolution = List.copyOf(evolution);
    }

    /** A specification that says nothing of its headers as a whole. */
    public Specification(
            String name,
            String shortName,
            String title,
            List<String> authors,
            Optional<String> revision,
            Optional<BitReference> endianFlag,
            List<Section> sections,
            List<Structure> structures,
            List<Enumeration> enumerations,
            List<RecordKind> records,
            List<String> headers,
            Optional<Framing> framing,
            List<StreamGrammar> streams,
            List<Precedence> precedences,
            List<Implication> implications,
            List<Evolution> evolution,
            Span span) {
        this(
                name,
                shortName,
                title,
                authors,
                revision,
                endianFlag,
                sections,
                structures,
                enumerations,
                records,
                headers,
                framing,
                streams,
                precedences,
                implications,
                evolution,
                Preamble.NONE,
                span);
    }

    /** Whether it describes a stream: headers, and records behind them if it frames any. */
    public boolean isStream() {
        return framing.isPresent() || !headers.isEmpty();
    }

    /** What its page is called: its name, but for signs that file systems or addresses take amiss. */
    public String pageName() {
        String plain = name.replaceAll("[^\\p{L}\\p{N}_-]+", "-");
        return plain.equalsIgnoreCase("index") ? "document-" + plain : plain;
    }

    /** This specification, as the revision {@code called}. */
    public Specification withRevision(String called) {
        return new Specification(
                name,
                shortName,
                title,
                authors,
                Optional.of(called),
                endianFlag,
                sections,
                structures,
                enumerations,
                records,
                headers,
                framing,
                streams,
                precedences,
                implications,
                evolution,
                preamble,
                span);
    }

    /** This specification under another title. */
    public Specification withTitle(String other) {
        return new Specification(
                name,
                shortName,
                other,
                authors,
                revision,
                endianFlag,
                sections,
                structures,
                enumerations,
                records,
                headers,
                framing,
                streams,
                precedences,
                implications,
                evolution,
                preamble,
                span);
    }

    /** This specification with other structures. */
    public Specification withStructures(List<Structure> others) {
        return new Specification(
                name,
                shortName,
                title,
                authors,
                revision,
                endianFlag,
                sections,
                others,
                enumerations,
                records,
                headers,
                framing,
                streams,
                precedences,
                implications,
                evolution,
                preamble,
                span);
    }

    /** This specification with other kinds of records. */
    public Specification withRecords(List<RecordKind> others) {
        return new Specification(
                name,
                shortName,
                title,
                authors,
                revision,
                endianFlag,
                sections,
                structures,
                enumerations,
                others,
                headers,
                framing,
                streams,
                precedences,
                implications,
                evolution,
                preamble,
                span);
    }

    /** One bit of a field: the place of the stream's endianness. */
    public record BitReference(String structure, String field, int bit) {}

    /** The structure of that name, which exists: a model names only structures it has. */
    public Structure structure(String structure) {
        return IndexedList.find(structures, structure).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no structure " + structure));
    }

    /** The enumeration of that name, which exists. */
    public Enumeration enumeration(String enumeration) {
        return IndexedList.find(enumerations, enumeration).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no enumeration " + enumeration));
    }

    /** The record kinds whose body is {@code structure}. */
    public List<RecordKind> recordsOf(String structure) {
        return IndexedList.find(records, structure);
    }
}
