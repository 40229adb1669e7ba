package io.streamspec.write.kaitai;

import io.streamspec.model.ByteOrder;
import io.streamspec.model.RecordKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Another specification's stream inside of this one: it begins behind some records, stops behind one of its own, and may go
 * on behind other records. The two files are imported one by the other; types around the inner records stand in the outer.
 */
final class InnerStream {

    private static final String RECORDS = "records";

    private final RecordStream outer;
    private final RecordStream inner;
    private final List<RecordKind> behind;
    private final Scope scope;
    private final String file;
    private final String name;

    /** The stream {@code inner} that begins behind the records {@code behind} of {@code outer}. */
    InnerStream(RecordStream outer, RecordStream inner, List<RecordKind> behind) {
        this.outer = outer;
        this.inner = inner;
        this.behind = List.copyOf(behind);
        this.scope = outer.plan().scope(outer.frame().name());
        this.file = inner == outer ? "" : inner.plan().id() + "::";
        this.name = inner.plan().specification().shortName();
    }

    /** Tells the outer stream what its records have to be given because of this one. */
    void require() {
        if (mayResume()) {
            outer.need(new Need.Records());
            outer.need(new Need.Index());
            outer.need(new Need.Begun(name));
            outer.need(new Need.Paused(name));
            earlier().forEach(need -> outer.need(new Need.Inside(name, need)));
        }
        if (isOrderLent() && outer.plan().needs().follows(outer.frame())) {
            outer.need(new Need.Order());
        }
    }

    /** Adds the items that read the stream to a record of the outer one, and the types that they need. */
    void addTo(List<Object> seq, Map<String, Object> instances, Map<String, Object> types) {
        String begins = isOuter(behind).orElse("false");
        String begun = scope.claim(List.of("begun", name), name);
        String type = outer.plan().ownType(name + "_stream");
        seq.add(Yaml.map("id", begun, "type", isOrderLent() ? type + "(" + outerOrder() + ")" : type, "if", begins));
        types.put(type, begunType());
        if (!mayResume()) {
            return;
        }
        String resumed = scope.claim(List.of("resumed", name), name + "_resumed");
        String resumes = scope.claim(List.of("resumes", name), name + "_resumes");
        String resumedType = outer.plan().ownType(name + "_stream_resumed");
        addResumes(instances, resumes);
        seq.add(Yaml.map("id", resumed, "type", resumedCall(resumedType, begun), "if", resumes));
        types.put(resumedType, resumedType());
        String records = "." + RECORDS + ".last.";
        addNext(instances, new Need.Begun(name), begins + " ? " + scope.of(new Need.Index()) + " : ");
        addNext(
                instances,
                new Need.Paused(name),
                begins + " ? " + isPaused(begun) + " : " + resumes + " ? " + isPaused(resumed) + " : ");
        for (Need.Earlier need : earlier()) {
            String last = records + inner.next(need);
            addNext(
                    instances,
                    new Need.Inside(name, need),
                    begins + " ? " + begun + last + " : " + resumes + " ? " + resumed + last + " : ");
        }
    }

    private void addNext(Map<String, Object> instances, Need need, String choices) {
        instances.put(outer.next(need), Yaml.map("value", choices + scope.of(need)));
    }

    /** Whether the stream begins behind records of this kind. */
    boolean isBehind(RecordKind kind) {
        return behind.contains(kind);
    }

    /** The file that the stream is imported from. */
    Optional<String> imported() {
        return file.isEmpty() ? Optional.empty() : Optional.of(inner.plan().id());
    }

    private boolean mayResume() {
        return behind.stream()
                .anyMatch(kind ->
                        !kind.continuation().orElseThrow().resumedBehind().isEmpty());
    }

    private List<Need.Earlier> earlier() {
        return inner.needs().stream()
                .filter(Need.Earlier.class::isInstance)
                .map(Need.Earlier.class::cast)
                .toList();
    }

    private List<RecordKind> stops() {
        return inner.kinds(named(RecordKind.Continuation::until));
    }

    private Set<String> named(Function<RecordKind.Continuation, List<String>> names) {
        Set<String> all = new LinkedHashSet<>();
        behind.forEach(kind -> all.addAll(names.apply(kind.continuation().orElseThrow())));
        return all;
    }

    private Optional<String> isOuter(List<RecordKind> kinds) {
        return outer.isOneOf(scope.of(outer.framing().type()), kinds, "");
    }

    /** Whether the stream inside has no byte order of its own, and so that of the stream around it. */
    private boolean isOrderLent() {
        return !inner.hasOrder()
                && (inner.needs().contains(new Need.Order())
                        || inner.plan().specification().headers().stream()
                                .map(inner.plan().specification()::structure)
                                .anyMatch(header ->
                                        inner.plan().needs().of(header).contains(new Need.Order())));
    }

    private String outerOrder() {
        return outer.plan().needs().follows(outer.frame())
                ? scope.of(new Need.Order())
                : String.valueOf(outer.frame().byteOrder() == ByteOrder.BIG);
    }

    private Map<String, Object> begunType() {
        Map<String, Object> type = new LinkedHashMap<>();
        Scope own = names();
        if (isOrderLent()) {
            Types.addParameters(type, List.of(new Need.Order()), own, inner.plan());
        }
        List<Object> seq = new ArrayList<>(inner.headers(own, file, own::of));
        seq.add(inner.records(
                RECORDS, file, stops(), own::of, need -> need.initial().orElseThrow()));
        type.put("seq", seq);
        inner.order(own::of)
                .ifPresent(
                        order -> type.put("instances", Yaml.map(own.of(new Need.Order()), Yaml.map("value", order))));
        return type;
    }

    /** What the parts of the stream that begins are called. */
    private Scope names() {
        Scope names = new Scope();
        names.claim(RECORDS, RECORDS);
        inner.plan().specification().headers().forEach(header -> names.claim(new Need.Header(header), header));
        names.claim(new Need.Order(), new Need.Order().name());
        return names;
    }

    private Map<String, Object> resumedType() {
        Map<String, Object> type = new LinkedHashMap<>();
        Scope own = new Scope();
        own.claim(RECORDS, RECORDS);
        List<Object> parameters = new ArrayList<>();
        for (Need need : handedOver()) {
            parameters.add(Yaml.map(
                    "id", own.claim(need, need.name()), "type", Types.parameterType(need, inner.plan(), file)));
        }
        if (!parameters.isEmpty()) {
            type.put("params", parameters);
        }
        Function<Need, String> initial =
                need -> own.find(need).orElseGet(() -> need.initial().orElseThrow());
        type.put("seq", List.of(inner.records(RECORDS, file, stops(), own::of, initial)));
        return type;
    }

    /** What the part that goes on has to know of the part that began. */
    private List<Need> handedOver() {
        return inner.needs().stream()
                .filter(need ->
                        need instanceof Need.Header || need instanceof Need.Order || need instanceof Need.Earlier)
                .toList();
    }

    private String resumedCall(String type, String begun) {
        Scope first = names();
        String beginning = "%s[%s].%s.".formatted(scope.of(new Need.Records()), scope.of(new Need.Begun(name)), begun);
        return Types.call(
                type,
                handedOver(),
                need -> need instanceof Need.Earlier number
                        ? scope.of(new Need.Inside(name, number))
                        : beginning + first.of(need));
    }

    /** Whether the stream inside goes on behind the record: looks at the head of the next one. */
    private void addResumes(Map<String, Object> instances, String resumes) {
        String condition = isOuter(outer.kinds(named(RecordKind.Continuation::resumedBehind)))
                        .orElse("false") + " and " + scope.of(new Need.Paused(name)) + " and not _io.eof";
        List<RecordKind> unless = outer.kinds(named(RecordKind.Continuation::unless));
        if (!unless.isEmpty()) {
            String next = scope.claim(List.of("next type"), "next_type");
            instances.putIfAbsent(next, outer.nextType());
            condition += " and not (" + outer.isOneOf(next, unless, "").orElse("false") + ")";
        }
        instances.put(resumes, Yaml.map("value", condition));
    }

    /** Whether the last record of {@code part} lets the stream go on later. */
    private String isPaused(String part) {
        String type =
                inner.plan().scope(inner.frame().name()).of(inner.framing().type());
        List<RecordKind> pauses =
                stops().stream().filter(kind -> !inner.isClosing(kind)).toList();
        return inner.isOneOf(part + "." + RECORDS + ".last." + type, pauses, file)
                .orElse("false");
    }
}
