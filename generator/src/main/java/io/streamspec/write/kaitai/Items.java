package io.streamspec.write.kaitai;

import io.streamspec.model.ByteOrder;
import io.streamspec.model.Extent;
import io.streamspec.model.FieldType;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How values are read: the keys of an item of a sequence, by the value's type. */
final class Items {

    private final Plan plan;
    private final Structure structure;
    private final Scope scope;
    private final Function<Extent, String> amounts;

    /**
     * Items of a type with the names {@code scope}, in which {@code amounts} are how extents that are worked out are
     * expressed; the fields are of {@code structure}.
     */
    Items(Plan plan, Structure structure, Scope scope, Function<Extent, String> amounts) {
        this.plan = plan;
        this.structure = structure;
        this.scope = scope;
        this.amounts = amounts;
    }

    /** Adds how one value of {@code type}, of the field {@code field}, is read. */
    void add(Map<String, Object> item, FieldType type, String field) {
        if (type instanceof FieldType.Scalar scalar) {
            item.put("type", "u" + scalar.octets());
        } else if (type instanceof FieldType.Constant constant) {
            addConstant(item, constant);
        } else if (type instanceof FieldType.Enumerated enumerated) {
            addEnumerated(item, enumerated);
        } else if (type instanceof FieldType.Flags flags) {
            String flagsType = plan.partType(structure.name(), field);
            item.put("type", Types.call(flagsType, plan.needs().of(flags, structure), scope::of));
        } else if (type instanceof FieldType.Reserved reserved) {
            item.put("size", reserved.octets());
        } else if (type instanceof FieldType.Octets octets) {
            addExtent(item, octets.extent());
        } else if (type instanceof FieldType.Text text) {
            item.put("type", "str");
            item.put("encoding", "ASCII");
            addExtent(item, text.extent());
        } else if (type instanceof FieldType.Composite composite) {
            Structure part = plan.specification().structure(composite.structure());
            item.put("type", Types.call(plan.type(part.name()), plan.needs().of(part), scope::of));
        } else if (type instanceof FieldType.Padding padding && padding.least() == padding.most()) {
            item.put("size", padding.least());
        } else {
            throw new Inexpressible("has no size of its own");
        }
    }

    /** Adds which values of {@code type} there may be. */
    void addChecks(Map<String, Object> item, FieldType type) {
        if (type instanceof FieldType.Scalar scalar) {
            addAllowed(item, scalar);
        } else if (type instanceof FieldType.Enumerated enumerated
                && !enumerated.open()
                && plan.isEnum(enumerated.enumeration())) {
            BigInteger most = BigInteger.ONE.shiftLeft(8 * enumerated.octets()).subtract(BigInteger.ONE);
            Types.known(plan.specification().enumeration(enumerated.enumeration()), "_", most)
                    .ifPresent(condition -> item.put("valid", Yaml.map("in-enum", true)));
        }
    }

    /** Adds how often the item is read. */
    void addRepeat(Map<String, Object> item, Extent extent) {
        if (extent instanceof Extent.ToEnd) {
            item.put("repeat", "eos");
        } else if (extent instanceof Extent.Terminated) {
            throw new Inexpressible("has elements up to an octet");
        } else {
            item.put("repeat", "expr");
            item.put("repeat-expr", extent instanceof Extent.Fixed fixed ? fixed.count() : amounts.apply(extent));
        }
    }

    private void addAllowed(Map<String, Object> item, FieldType.Scalar scalar) {
        if (scalar.allowed().isEmpty()) {
            return;
        }
        String expression = scalar.allowed().stream()
                .map(range -> Types.range("_", range.from(), range.to()))
                .collect(Collectors.joining(" or "));
        boolean isSingle =
                scalar.allowed().stream().allMatch(range -> range.from().equals(range.to()));
        item.put(
                "valid",
                isSingle
                        ? Yaml.map(
                                "any-of",
                                numbers(scalar.allowed().stream()
                                        .map(FieldType.ValueRange::from)
                                        .toList()))
                        : Yaml.map("expr", expression));
    }

    private static List<Object> numbers(List<BigInteger> values) {
        return new ArrayList<>(values);
    }

    private void addConstant(Map<String, Object> item, FieldType.Constant constant) {
        List<BigInteger> values = new ArrayList<>(List.of(constant.value()));
        constant.accepted().stream().filter(value -> !values.contains(value)).forEach(values::add);
        if (constant.isOctets()) {
            addOctets(item, constant.octets(), values, true);
        } else if (!Constants.isOctets(constant, structure.byteOrder())) {
            item.put("type", "u" + constant.octets());
            item.put("valid", Yaml.map("any-of", numbers(values)));
        } else if (!plan.needs().follows(structure) || constant.octets() == 1) {
            addOctets(item, constant.octets(), values, structure.byteOrder() == ByteOrder.BIG);
        } else {
            String equal = values.stream()
                    .map(value -> "_ == "
                            + Types.byOrder(
                                    plan,
                                    structure,
                                    scope,
                                    Constants.array(value, constant.octets(), true),
                                    Constants.array(value, constant.octets(), false)))
                    .collect(Collectors.joining(" or "));
            item.put("size", constant.octets());
            item.put("valid", Yaml.map("expr", equal));
        }
    }

    private static void addOctets(Map<String, Object> item, int width, List<BigInteger> values, boolean isBig) {
        if (values.size() == 1) {
            item.put("contents", Constants.octets(values.get(0), width, isBig));
            return;
        }
        item.put("size", width);
        item.put(
                "valid",
                Yaml.map(
                        "any-of",
                        values.stream()
                                .map(value -> Constants.array(value, width, isBig))
                                .toList()));
    }

    private void addEnumerated(Map<String, Object> item, FieldType.Enumerated enumerated) {
        item.put("type", "u" + enumerated.octets());
        if (plan.isEnum(enumerated.enumeration())) {
            item.put("enum", plan.enumeration(enumerated.enumeration()));
        }
    }

    private void addExtent(Map<String, Object> item, Extent extent) {
        if (extent instanceof Extent.ToEnd) {
            item.put("size-eos", true);
        } else if (extent instanceof Extent.Terminated terminated) {
            item.put("terminator", terminated.terminator());
        } else {
            item.put("size", extent instanceof Extent.Fixed fixed ? fixed.count() : amounts.apply(extent));
        }
    }
}
