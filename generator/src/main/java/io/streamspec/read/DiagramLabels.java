package io.streamspec.read;

import io.streamspec.read.Block.BoxLabel;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What stands in the cells of a diagram. */
final class DiagramLabels {

    private final DiagramReader reader;
    private final Diagnostics diagnostics;

    DiagramLabels(DiagramReader reader, Diagnostics diagnostics) {
        this.reader = reader;
        this.diagnostics = diagnostics;
    }

    BoxLabel label(SpecDiagramParser.LabelContext label) {
        if (label instanceof SpecDiagramParser.ReservedContext) {
            return new BoxLabel.Reserved();
        } else if (label instanceof SpecDiagramParser.PaddingContext padding) {
            return padding(padding);
        } else if (label instanceof SpecDiagramParser.SizedContext sized) {
            return sized(sized);
        } else if (label instanceof SpecDiagramParser.NamedContext named) {
            return new BoxLabel.Named(
                    text(named.name(0)),
                    Optional.ofNullable(named.alias).map(Token::getText),
                    Optional.ofNullable(named.index()).map(index -> {
                        String brackets = text(index);
                        return brackets.substring(1, brackets.length() - 1).strip();
                    }),
                    Optional.ofNullable(named.member).map(this::text),
                    Optional.empty());
        }
        return new BoxLabel.Empty(); // a label that did not fit was reported
    }

    private BoxLabel padding(SpecDiagramParser.PaddingContext padding) {
        boolean wellFormed = padding.to.getText().equals("to")
                && padding.unit.getText().matches("octets|bytes")
                && text(padding.name()).equalsIgnoreCase("padding");
        if (!wellFormed) {
            reportForm(padding, "padding (0 to 7 octets)");
        }
        return new BoxLabel.Padding(count(padding.from.getText()), count(padding.most.getText()));
    }

    private BoxLabel sized(SpecDiagramParser.SizedContext sized) {
        if (!sized.unit.getText().matches("octets?|bytes?")) {
            reportForm(sized, "name (16 octets)");
        }
        long octets = count(sized.size.getText());
        return new BoxLabel.Named(
                text(sized.name()), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(octets));
    }

    private void reportForm(SpecDiagramParser.LabelContext label, String form) {
        Span span = reader.place(label);
        diagnostics.report(Faults.DIAGRAM_LABEL
                .at(span, "'%s' is no label that is understood", span.text())
                .hint("a label of this kind reads %s", form));
    }

    private static long count(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(digits);
    }

    private String text(ParserRuleContext node) {
        return reader.place(node).text().replaceAll("\\s+", " ");
    }
}
