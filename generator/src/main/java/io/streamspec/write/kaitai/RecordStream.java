package io.streamspec.write.kaitai;

import io.streamspec.model.Endings;
import io.streamspec.model.Expression;
import io.streamspec.model.FieldType;
import io.streamspec.model.Framing;
import io.streamspec.model.Placement;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostics;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The headers and records of a stream, as this and other files read them one behind the other. */
final class RecordStream {

    private final Plan plan;
    private final Specification specification;
    private final Endings endings;
    private final Set<Need> further = new LinkedHashSet<>();

    RecordStream(Plan plan) {
        this.plan = plan;
        this.specification = plan.specification();
        this.endings = new Endings(specification);
    }

    Plan plan() {
        return plan;
    }

    /** Finds what cannot be expressed, and what depends on that, until nothing more comes to light. */
    void findUnread() {
        int before;
        do {
            before = plan.unread();
            for (Structure structure : specification.structures()) {
                new StructureType(plan, structure, Optional.empty(), new Diagnostics()).addTo(new LinkedHashMap<>());
            }
        } while (plan.unread() > before);
    }

    /** Whether there are records, and each tells where the next one begins. */
    boolean isFramed() {
        return specification.framing().isPresent()
                && headSize().isPresent()
                && framing()
                        .length()
                        .flatMap(frame()::field)
                        .filter(field -> Needs.width(field.type()) > 0 && !(field.type() instanceof FieldType.Array))
                        .isPresent();
    }

    Framing framing() {
        return specification.framing().orElseThrow();
    }

    Structure frame() {
        return specification.structure(framing().structure());
    }

    /** The octets of a record beside its body and its padding; absent if they are not always as many. */
    OptionalLong headSize() {
        long size = 0;
        Placement placement = Placement.of(specification);
        for (Placement.Placed placed : placement.fields(frame())) {
            boolean isPart = !placed.field().name().equals(framing().body())
                    && !(placed.field().type() instanceof FieldType.Padding);
            if (isPart && placed.size().isEmpty()) {
                return OptionalLong.empty();
            }
            size += isPart ? placed.size().getAsLong() : 0;
        }
        return OptionalLong.of(size);
    }

    /** Lets records be given something more than what their fields need. */
    void need(Need need) {
        further.add(need);
    }

    /** What a record has to be given. */
    Set<Need> needs() {
        Set<Need> needs = new LinkedHashSet<>(plan.needs().of(frame()));
        for (RecordKind kind : specification.records()) {
            kind.structure().map(specification::structure).map(plan.needs()::of).ifPresent(needs::addAll);
        }
        needs.addAll(further);
        return needs;
    }

    /** What the next record is given where the one at hand was given {@code need}: an instance of the record. */
    String next(Need need) {
        Scope scope = plan.scope(frame().name());
        return scope.claim(List.of("next", need), scope.claim(need, need.name()) + "_next");
    }

    /** Whether the type of the records can be expressed. */
    boolean isNumbered(RecordKind kind) {
        return kind.type() >= 0 && BigInteger.valueOf(kind.type()).bitLength() <= Plan.EXACT_BITS;
    }

    /** The value of the type field for records of that kind: a name, or a number if the values have none. */
    String caseOf(RecordKind kind) {
        return typeEnumeration()
                .flatMap(enumeration -> plan.label(enumeration, BigInteger.valueOf(kind.type())))
                .orElseGet(() -> KsyExpression.literal(BigInteger.valueOf(kind.type())));
    }

    /** An instance with the type of the record that follows. */
    Map<String, Object> nextType() {
        Placement.Placed placed = Placement.of(specification).fields(frame()).stream()
                .filter(candidate -> candidate.field().name().equals(framing().type()))
                .findFirst()
                .orElseThrow();
        int width = Needs.width(placed.field().type());
        long offset = placed.offset().orElseThrow();
        Map<String, Object> item =
                Yaml.map("pos", offset == 0 ? "_io.pos" : "_io.pos + " + offset, "type", "u" + width);
        typeEnumeration().ifPresent(enumeration -> item.put("enum", plan.enumeration(enumeration)));
        return item;
    }

    Optional<String> typeEnumeration() {
        return frame().field(framing().type())
                .map(field -> field.type())
                .filter(FieldType.Enumerated.class::isInstance)
                .map(type -> ((FieldType.Enumerated) type).enumeration())
                .filter(plan::isEnum);
    }

    /** The record kinds of these names. */
    List<RecordKind> kinds(Collection<String> names) {
        return kinds(kind -> names.contains(kind.name()));
    }

    List<RecordKind> kinds(Predicate<RecordKind> which) {
        return specification.records().stream().filter(which).toList();
    }

    /** Whether nothing follows a record of this kind. */
    boolean isClosing(RecordKind kind) {
        return endings.isClosing(kind.name());
    }

    /** The items that read the headers; {@code file} stands before types of this stream's own file. */
    List<Map<String, Object>> headers(Scope scope, String file, Function<Need, String> around) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (String header : specification.headers()) {
            Structure structure = specification.structure(header);
            String id = scope.claim(new Need.Header(header), header);
            items.add(Yaml.map(
                    "id",
                    id,
                    "type",
                    Types.call(file + plan.type(header), plan.needs().of(structure), around)));
        }
        return items;
    }

    /** Whether one of the headers tells the byte order. */
    boolean hasOrder() {
        return flag().isPresent();
    }

    private Optional<Specification.BitReference> flag() {
        return specification
                .endianFlag()
                .filter(flag -> specification.headers().contains(flag.structure()))
                .filter(flag -> plan.isRead(flag.structure(), flag.field()));
    }

    /** The bit that tells the byte order, where {@code header} is the header that has it; absent if there is no such bit. */
    Optional<String> order(Function<Need, String> header) {
        return flag().map(flag -> {
            FieldType.Flags flags = (FieldType.Flags) specification
                    .structure(flag.structure())
                    .field(flag.field())
                    .orElseThrow()
                    .type();
            String name = flags.bits().stream()
                    .filter(range -> range.low() == flag.bit())
                    .map(range -> range.name())
                    .findFirst()
                    .orElseThrow();
            Expression bit = new Expression.FieldValue(flag.structure(), flag.field(), Optional.of(name));
            Structure structure = specification.structure(flag.structure());
            String isSet = KsyExpression.of(plan, structure, header.apply(new Need.Header(flag.structure())))
                    .condition(bit);
            return isSet.replaceFirst("\\.to_i != 0$", "");
        });
    }

    /**
     * The item {@code id} that reads records until the stream ends, or one of {@code stops} has been.
     *
     * @param around what records are given that is the same for all
     * @param initial what the first record is given of what each hands to the next
     */
    Map<String, Object> records(
            String id,
            String file,
            Collection<RecordKind> stops,
            Function<Need, String> around,
            Function<Need, String> initial) {
        Function<Need, String> argument = need -> {
            if (need.initial().isPresent()) {
                return "_index == 0 ? " + initial.apply(need) + " : " + id + "[_index - 1]." + next(need);
            } else if (need instanceof Need.Records) {
                return id;
            }
            return need instanceof Need.Index ? "_index" : around.apply(need);
        };
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.put("type", Types.call(file + plan.frameType(), needs(), argument));
        addEnd(item, stops, file);
        return item;
    }

    private void addEnd(Map<String, Object> item, Collection<RecordKind> stops, String file) {
        if (!endings.areKnown() && stops.isEmpty()) {
            item.put("repeat", "eos");
            return;
        }
        Set<String> last = new TreeSet<>();
        List<RecordKind> closing = kinds(kind -> isClosing(kind) || stops.contains(kind));
        List<RecordKind> open = kinds(kind -> endings.mayBeLast(kind.name()) && !closing.contains(kind));
        isTypeOf(closing, file).ifPresent(last::add);
        isTypeOf(open, file).ifPresent(may -> last.add("(_io.eof and " + may + ")"));
        item.put("repeat", last.isEmpty() ? "eos" : "until");
        if (!last.isEmpty()) {
            item.put("repeat-until", String.join(" or ", last));
        }
    }

    private Optional<String> isTypeOf(List<RecordKind> kinds, String file) {
        return isOneOf("_." + plan.scope(frame().name()).of(framing().type()), kinds, file);
    }

    /** The condition that the type at {@code path} is that of one of the records, if there are any. */
    Optional<String> isOneOf(String path, Collection<RecordKind> candidates, String file) {
        List<RecordKind> kinds = candidates.stream().filter(this::isNumbered).toList();
        String prefix = typeEnumeration().isPresent() ? file : "";
        return kinds.isEmpty()
                ? Optional.empty()
                : Optional.of(kinds.stream()
                        .map(kind -> path + " == " + prefix + caseOf(kind))
                        .collect(Collectors.joining(
                                " or ", kinds.size() == 1 ? "" : "(", kinds.size() == 1 ? "" : ")")));
    }
}
