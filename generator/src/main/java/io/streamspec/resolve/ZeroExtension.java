package io.streamspec.resolve;

import io.streamspec.model.FieldType;
import io.streamspec.model.Structure;
import io.streamspec.read.LayoutRule;
import io.streamspec.source.Diagnostics;
import java.util.OptionalLong;

/** {@code missing octets are zero}: only of a record's body, whose whole size is known, and in which zero may stand anywhere. */
final class ZeroExtension {

    private final Symbols symbols;
    private final Diagnostics diagnostics;

    ZeroExtension(Symbols symbols, Diagnostics diagnostics) {
        this.symbols = symbols;
        this.diagnostics = diagnostics;
    }

    void apply(String target, LayoutRule.ZeroExtended rule) {
        Structure structure = symbols.structure(target).orElseThrow();
        if (structure.zeroExtended()) {
            diagnostics.report(Faults.RULE_TWICE
                    .at(rule.span(), "this is said of '%s' for the second time", target)
                    .hint("keep one of the two lines"));
        } else if (!isBody(target)) {
            misfit(rule, "'" + target + "' is no record's body, so that nothing says how much of it is there", "");
        } else if (!isFixed(structure)) {
            misfit(
                    rule,
                    "'" + target + "' has no size of its own that a body could fall short of",
                    ": give its fields fixed sizes");
        } else {
            structure.fields().stream()
                    .filter(field -> field.type() instanceof FieldType.Constant constant
                            && constant.value().signum() != 0)
                    .findFirst()
                    .ifPresent(field -> misfit(
                            rule,
                            "'" + field.name() + "' is a constant, and would read as zero where it is missing",
                            ""));
            symbols.change(target, Structure::withZeroExtension);
        }
    }

    private boolean isBody(String target) {
        return symbols.records().stream()
                .anyMatch(kind -> kind.structure().filter(target::equals).isPresent());
    }

    private boolean isFixed(Structure structure) {
        OptionalLong size = new Sizes(symbols).of(new FieldType.Composite(structure.name()));
        return size.isPresent() && size.getAsLong() > 0;
    }

    private void misfit(LayoutRule.ZeroExtended rule, String problem, String cure) {
        diagnostics.report(Faults.RULE_MISFIT.at(rule.span(), "%s", problem).hint("leave out the line%s", cure));
    }
}
