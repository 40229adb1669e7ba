package io.streamspec.tools.edit;

import io.streamspec.example.Dissection;
import io.streamspec.example.SpecificationExamples.Part;
import io.streamspec.model.Structure;
import io.streamspec.runtime.RecordReader;
import io.streamspec.tools.inspect.Dissector;
import io.streamspec.tools.stream.HvmParamNames;
import io.streamspec.tools.stream.Level;
import io.streamspec.xen.hvm.HvmReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks for one field while a stream is walked. Of several that are meant, the last counts, or all do. */
final class Search {

    private static final String PARAMETERS = "HVM_PARAMS";
    private static final int MOST_NAMES = 60;
    private static final int NO_NUMBER = -1;

    private final FieldPath path;
    private final boolean all;
    private final List<Place> found = new ArrayList<>();
    private final Set<String> streams = new TreeSet<>();
    private final Set<String> parts = new TreeSet<>();
    private String within = "";
    private List<String> names = List.of();
    private long passed;
    private final Map<String, Long> passedIn = new HashMap<>();
    private long number = NO_NUMBER;
    private boolean isByInstance;
    private boolean hasFound;
    private boolean isSettled;

    /** @param all whether all that are meant are wanted, and not the last alone */
    Search(FieldPath path, boolean all) {
        this.path = path;
        this.all = all;
    }

    FieldPath path() {
        return path;
    }

    /** Whether anything was found. */
    boolean hasFound() {
        return hasFound;
    }

    /** What was found so far; with {@code all}, since the last time. */
    List<Place> take() {
        List<Place> taken = List.copyOf(found);
        found.clear();
        return taken;
    }

    /** Whether nothing better can come. */
    boolean isSettled() {
        return isSettled && !all;
    }

    /** Whether the header or record is one that the path speaks of. */
    boolean wants(Level level, String name, @Nullable RecordReader<?> reader) {
        note(streams, level.path().replaceAll("#\\d+", ""));
        if (!path.isIn(level.path())) {
            return false;
        }
        note(parts, name);
        if (!path.isOf(name)) {
            return false;
        } else if (reader instanceof HvmReader hvm) {
            isByInstance = true; // and every round has the instance anew
            number = hvm.instance();
            long wanted = path.selector().isEmpty() ? 0 : number(path.selector());
            return path.selector().isEmpty() && all || number == wanted;
        }
        number = reader == null ? NO_NUMBER : passedIn.merge(level.path(), 1L, Long::sum) - 1;
        return path.selector().isEmpty() || isParameter() || passed++ == number(path.selector());
    }

    private boolean isParameter() {
        return path.isOf(PARAMETERS) && path.field().isEmpty();
    }

    private static long number(String selector) {
        try {
            return Long.parseLong(selector);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + selector + "' is no number of a record, nor of a processor");
        }
    }

    /** Looks into octets that it {@link #wants}. */
    void look(Dissector dissector, Level level, Structure structure, ByteBuffer octets, long offset) {
        Dissection dissection = dissector.dissect(level, structure, octets);
        Fields fields = new Fields(dissector.specification(level), structure, dissection.parts());
        within = level.path() + "/" + path.part() + (isNumbered() ? "[" + number + "]" : "");
        names = isParameter() ? parameters(level, dissection.parts()) : fields.names();
        field(level, dissection.parts())
                .flatMap(fields::find)
                .ifPresent(meant -> add(place(dissector, level, meant, octets.remaining(), offset)));
    }

    /** Whether the record has a number in its name; without one, the last is meant, or instance 0. */
    private boolean isNumbered() {
        return number != NO_NUMBER && !isParameter() && (all || !path.selector().isEmpty());
    }

    private Place place(Dissector dissector, Level level, Fields.Meant meant, int size, long offset) {
        Part part = meant.part();
        byte[] octets = HexFormat.of().parseHex(part.octets());
        boolean isBig = meant.isBig(level.byteOrder() == ByteOrder.BIG_ENDIAN);
        String bits = meant.bits().map(range -> "." + range.name()).orElse("");
        String name = isParameter() ? "[" + path.selector() + "]" : "." + part.path() + bits;
        return new Place(
                within + name,
                offset + part.offset(),
                octets,
                isBig,
                meant.type(),
                meant.bits(),
                part.offset() + octets.length <= size,
                meant.isMeasure(),
                dissector.specification(level));
    }

    private void add(Place place) {
        if (!all) {
            found.clear();
        }
        found.add(place);
        hasFound = true;
        boolean isHeader = Character.isLowerCase(path.part().charAt(0));
        isSettled = isHeader || !path.selector().isEmpty() && !isParameter() && !isByInstance;
    }

    /** The name of the field in its record. */
    private Optional<String> field(Level level, List<Part> all) {
        if (!isParameter()) {
            return Optional.of(path.field());
        }
        OptionalLong known = HvmParamNames.indexOf(path.selector());
        long index = known.isPresent() ? known.getAsLong() : parameter(path.selector());
        return all.stream()
                .filter(part -> part.path().endsWith("].index") && number(part, level) == index)
                .map(part -> part.path().replace("].index", "].value"))
                .findFirst();
    }

    private static long parameter(String selector) {
        try {
            return selector.isEmpty() ? -1 : Long.decode(selector);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static List<String> parameters(Level level, List<Part> all) {
        return all.stream()
                .filter(part -> part.path().endsWith("].index"))
                .map(part -> "[" + HvmParamNames.of(number(part, level)) + "]")
                .toList();
    }

    private static long number(Part part, Level level) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(part.octets()))
                .order(level.byteOrder())
                .getLong();
    }

    private static void note(Set<String> known, String name) {
        if (known.size() < MOST_NAMES) {
            known.add(name);
        }
    }

    /** Why nothing was found: what there is instead. */
    String missing() {
        if (parts.isEmpty()) {
            return "there is no stream '" + path.level() + "' here; there are " + String.join(", ", streams);
        } else if (parts.stream().noneMatch(path::isOf)) {
            return path.level() + " has no '" + path.part() + "'; it has " + String.join(", ", parts);
        } else if (within.isEmpty() && path.selector().isEmpty()) {
            return "the specification does not say what is in it";
        } else if (within.isEmpty()) {
            return path.level() + " has no " + path.part() + "[" + path.selector() + "]";
        }
        String asked = isParameter() ? "[" + path.selector() + "]" : path.field();
        String what =
                asked.isEmpty() || asked.equals("[]") ? "which field of it is meant" : "it has no '" + asked + "'";
        List<String> shown = names.subList(0, Math.min(MOST_NAMES, names.size()));
        return within + ": " + what + "; it has " + String.join(", ", shown)
                + (shown.size() < names.size() ? "..." : "");
    }
}
