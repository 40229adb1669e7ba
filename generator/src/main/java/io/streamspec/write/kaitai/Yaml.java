package io.streamspec.write.kaitai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Maps, lists, numbers and texts as YAML; what a text holds is for the library to quote. */
final class Yaml {

    private Yaml() {}

    /** A map of these keys and values, in order. */
    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    static String write(Map<String, Object> document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndent(2);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setSplitLines(false);
        options.setWidth(Integer.MAX_VALUE);
        return new org.yaml.snakeyaml.Yaml(new Nodes(options), options).dump(document);
    }

    private static final class Nodes extends Representer {

        Nodes(DumperOptions options) {
            super(options);
            representers.put(
                    Prose.class,
                    prose -> representScalar(
                            Tag.STR,
                            ((Prose) prose).text(),
                            ((Prose) prose).text().contains("\n") ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED));
            multiRepresenters.put(
                    List.class, list -> representSequence(Tag.SEQ, (List<?>) list, style((List<?>) list)));
        }

        /** Lists of numbers stand in a line. */
        private static DumperOptions.FlowStyle style(List<?> list) {
            return !list.isEmpty() && list.stream().allMatch(Number.class::isInstance)
                    ? DumperOptions.FlowStyle.FLOW
                    : DumperOptions.FlowStyle.BLOCK;
        }
    }
}
