package io.streamspec.diff;

import io.streamspec.diff.Change.Kind;
import io.streamspec.diff.Change.Subject;
import io.streamspec.diff.Judgement.Verdict;
import io.streamspec.model.Evolution;
import io.streamspec.model.Evolution.Place;
import io.streamspec.model.FieldType;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which changes rules of evolution speak of. */
final class Triggers {

    private static final Set<Subject> LAYOUT = EnumSet.of(Subject.STRUCTURE, Subject.FIELD, Subject.BIT);
    private static final Set<Kind> PLACE = EnumSet.of(Kind.REMOVED, Kind.MOVED, Kind.RETYPED);

    private final List<Change> changes;
    private final Set<String> headers = new HashSet<>();
    private final Set<String> headerValues = new HashSet<>();
    private final Set<String> bodies = new HashSet<>();

    Triggers(Revisions revisions, List<Change> changes) {
        this.changes = List.copyOf(changes);
        for (Specification specification : List.of(revisions.old(), revisions.now())) {
            headers.addAll(specification.headers());
            specification.headers().forEach(header -> addValues(specification.structure(header)));
        }
        Set<String> newRecords = new HashSet<>();
        revisions.records().added().forEach(kind -> newRecords.add(kind.name()));
        for (RecordKind kind : revisions.now().records()) {
            if (!newRecords.contains(kind.name())) {
                kind.structure().ifPresent(bodies::add);
            }
        }
        bodies.removeAll(headers);
    }

    private void addValues(Structure header) {
        header.fields().stream()
                .map(field -> field.type())
                .filter(FieldType.Enumerated.class::isInstance)
                .forEach(type -> headerValues.add(((FieldType.Enumerated) type).enumeration()));
    }

    /** The changes of this kind, but for that of the field {@code raised} itself. */
    List<Change> of(Evolution.Changes kind, Optional<Place> raised) {
        return changes.stream()
                .filter(change -> is(kind, change))
                .filter(change -> raised.isEmpty()
                        || change.kind() != Kind.CHANGED
                        || !change.path().equals(raised.get().toString()))
                .toList();
    }

    /** The changes of where these fields lie and how wide they are. */
    List<Change> ofPlaces(Collection<Place> places) {
        Set<String> paths = new HashSet<>();
        places.forEach(place -> paths.add(place.toString()));
        return changes.stream()
                .filter(change -> change.subject() == Subject.FIELD
                        && PLACE.contains(change.kind())
                        && paths.contains(change.path()))
                .toList();
    }

    private boolean is(Evolution.Changes kind, Change change) {
        boolean differs = change.judgement().verdict() != Verdict.WIRE_COMPATIBLE;
        boolean isNewRecord = change.subject() == Subject.RECORD && change.kind() == Kind.ADDED;
        boolean breaks = change.judgement().verdict() == Verdict.BREAKING;
        return switch (kind) {
            case ANY -> true;
            case BREAKING -> breaks;
            case HEADER -> differs && isOfHeader(change);
            case RECORD -> differs && LAYOUT.contains(change.subject()) && bodies.contains(owner(change));
            case NEW_RECORDS -> isNewRecord;
            case NEW_MANDATORY_RECORDS -> isNewRecord && breaks;
        };
    }

    private boolean isOfHeader(Change change) {
        return LAYOUT.contains(change.subject()) && headers.contains(owner(change))
                || change.subject() == Subject.VALUE && headerValues.contains(owner(change))
                || change.subject() == Subject.STREAM && change.path().equals("headers");
    }

    /** The structure or enumeration that a change is of: the first name of its path. */
    static String owner(Change change) {
        return change.path().replaceFirst("\\..*", "");
    }
}
