package io.streamspec.diff;

import io.streamspec.diff.Judgement.Effect;
import io.streamspec.model.Enumeration.Value;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers of a field: those that writers write, and those that readers take. */
record Domain(Numbers written, Numbers read) {

    private static final int LARGEST_ZEROES = 8;

    /** That of a field of this type; absent if the type is no number. */
    static Optional<Domain> of(Specification specification, FieldType type) {
        if (type instanceof FieldType.Scalar scalar) {
            Numbers values = scalar.allowed().isEmpty() ? Numbers.wide(scalar.octets()) : Numbers.of(scalar.allowed());
            return Optional.of(new Domain(values, values));
        } else if (type instanceof FieldType.Constant constant) {
            List<BigInteger> accepted = new ArrayList<>(constant.accepted());
            accepted.add(constant.value());
            return Optional.of(new Domain(Numbers.single(List.of(constant.value())), Numbers.single(accepted)));
        } else if (type instanceof FieldType.Enumerated enumerated) {
            Numbers named = Numbers.single(specification.enumeration(enumerated.enumeration()).values().stream()
                    .map(Value::value)
                    .toList());
            return Optional.of(new Domain(named, enumerated.open() ? Numbers.wide(enumerated.octets()) : named));
        } else if (type instanceof FieldType.Flags flags) {
            return Optional.of(new Domain(Numbers.wide(flags.octets()), Numbers.wide(flags.octets())));
        }
        return type instanceof FieldType.Reserved reserved && reserved.octets() <= LARGEST_ZEROES
                ? Optional.of(new Domain(Numbers.ZERO, Numbers.wide((int) reserved.octets())))
                : Optional.empty();
    }

    /** What it means that a field has this domain where it had the domain {@code before}. */
    Judgement insteadOf(Domain before) {
        Optional<BigInteger> refusedByOld = written.firstOutside(before.read);
        Optional<BigInteger> refusedByNew = before.written.firstOutside(read);
        boolean same = written.equals(before.written);
        List<String> reasons = new ArrayList<>();
        refusedByOld.ifPresent(value -> reasons.add("the value " + shown(value) + " was not taken before"));
        refusedByNew.ifPresent(value -> reasons.add("the value " + shown(value) + " is no longer taken"));
        if (reasons.isEmpty()) {
            reasons.add(same ? "writers write the same values" : "all readers take all that is written");
        }
        return new Judgement(
                refusedByOld.isPresent() ? Effect.REFUSED : same ? Effect.SAME : Effect.READ,
                refusedByNew.isPresent() ? Effect.REFUSED : same ? Effect.SAME : Effect.READ,
                String.join(", ", reasons));
    }

    static String shown(BigInteger value) {
        boolean small = value.bitLength() < 10;
        return small ? value.toString() : "0x" + value.toString(16).toUpperCase(java.util.Locale.ROOT);
    }
}
