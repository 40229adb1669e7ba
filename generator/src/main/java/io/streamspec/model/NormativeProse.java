package io.streamspec.model;

import io.streamspec.model.Section.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What running text demands: an index derived from the model. A sentence with one of the words below is a rule of its own,
 * unless its author says which rule it is the wording of; so is a part of the text that its author names.
 */
public final class NormativeProse {

    private static final Pattern MUST = words("shall|must|strictly|exactly");
    private static final Pattern SHOULD = words("should");

    private final Specification specification;
    private final Predicate<String> taken;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<Content.Prose, List<Statement>> found = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> own = new HashSet<>();

    /**
     * A statement in a piece of prose.
     *
     * @param start where it begins in the text
     * @param end where it ends, not included
     * @param rule the id of the rule that it is
     * @param own whether the rule is said here alone; else it stands elsewhere, and this repeats it in words
     */
    public record Statement(int start, int end, String rule, boolean own) {}

    private NormativeProse(Specification specification, Predicate<String> taken) {
        this.specification = specification;
        this.taken = taken;
    }

    /** The statements in the prose of {@code specification}, of which {@code others} are the other rules. */
    static NormativeProse of(Specification specification, Predicate<String> others) {
        NormativeProse prose = new NormativeProse(specification, others);
        prose.read(prose::addNamed);
        prose.read(prose::addSentences);
        return prose;
    }

    /** The statements in the prose of {@code specification}. */
    public static NormativeProse of(Specification specification) {
        Set<String> others =
                Rules.withoutProse(specification).stream().map(Rule::id).collect(Collectors.toSet());
        return of(specification, others::contains);
    }

    /** The statements in {@code prose}, in order. */
    public List<Statement> statements(Content.Prose prose) {
        return found.getOrDefault(prose, List.of()).stream()
                .sorted(Comparator.comparingInt(Statement::start)
                        .thenComparing(Statement::end, Comparator.reverseOrder()))
                .toList();
    }

    /** The statements that are rules of their own. */
    List<Rule> rules() {
        return List.copyOf(rules);
    }

    private interface Step {
        void add(Section section, Content.Prose prose);
    }

    private void read(Step step) {
        for (Section section : specification.sections()) {
            for (Content content : section.contents()) {
                if (content instanceof Content.Prose prose) {
                    step.add(section, prose);
                }
            }
        }
    }

    /** First what has a name from its author, which nothing else may take. */
    private void addNamed(Section section, Content.Prose prose) {
        for (Wording wording : prose.wordings()) {
            if (wording.rule().isPresent()) {
                add(
                        prose,
                        new Statement(
                                wording.start(), wording.end(), wording.rule().get(), false));
            } else if (wording.name().isPresent()) {
                String id = owner(section) + "." + RuleIds.snake(wording.name().get());
                String words = prose.text().substring(wording.start(), wording.end());
                boolean must =
                        MUST.matcher(words).find() || !SHOULD.matcher(words).find();
                addRule(section, prose, new Sentences.Range(wording.start(), wording.end()), id, must);
            }
        }
    }

    private void addSentences(Section section, Content.Prose prose) {
        String masked = Sentences.masked(prose.text());
        for (Sentences.Range sentence : Sentences.of(prose.text())) {
            Optional<Integer> must = demand(MUST, masked, sentence, prose.wordings());
            Optional<Integer> demand = must.or(() -> demand(SHOULD, masked, sentence, prose.wordings()));
            if (demand.isPresent()) {
                String plain = spoken(prose.text().substring(sentence.start(), sentence.end()));
                String before = spoken(prose.text().substring(sentence.start(), demand.get()));
                String key = owner(section) + " " + Slugs.words(plain, false);
                String known = ids.get(key);
                if (known != null) {
                    add(prose, new Statement(sentence.start(), sentence.end(), known, false));
                } else {
                    String id = Slugs.of(plain, before.length(), owner(section), this::isTaken);
                    ids.put(key, id);
                    addRule(section, prose, sentence, id, must.isPresent());
                }
            }
        }
    }

    /** Where the sentence says that something has to be, outside of what is worded for another rule. */
    private static Optional<Integer> demand(
            Pattern words, String masked, Sentences.Range sentence, List<Wording> wordings) {
        Matcher word = words.matcher(masked).region(sentence.start(), sentence.end());
        while (word.find()) {
            int at = word.start();
            if (wordings.stream().noneMatch(wording -> wording.contains(at))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private boolean isTaken(String id) {
        return taken.test(id) || own.contains(id);
    }

    private void addRule(Section section, Content.Prose prose, Sentences.Range range, String id, boolean must) {
        add(prose, new Statement(range.start(), range.end(), id, true));
        own.add(id);
        rules.add(new Rule(
                id,
                Rule.Kind.PROSE,
                must,
                structure(section),
                Optional.empty(),
                plain(prose.text().substring(range.start(), range.end())),
                section.anchor(),
                prose.place(range.start(), range.end())));
    }

    private void add(Content.Prose prose, Statement statement) {
        found.computeIfAbsent(prose, key -> new ArrayList<>()).add(statement);
    }

    /** What the ids of a section's rules begin with: its structure, or where it has none or several, its anchor. */
    static String owner(Section section) {
        return structure(section).orElse(section.anchor().replace('-', '_'));
    }

    private static Optional<String> structure(Section section) {
        return section.contents().stream()
                .filter(Content.Diagram.class::isInstance)
                .map(content -> ((Content.Diagram) content).structures())
                .filter(structures -> structures.size() == 1)
                .map(structures -> structures.get(0))
                .findFirst();
    }

    /** The words of a sentence as ids have them, where code is no more than words. */
    private static String spoken(String markup) {
        return plain(markup.replace("`", ""));
    }

    /** The words of a sentence, without markup; what stands in code is no markup. */
    static String plain(String markup) {
        return markup.replaceAll("\\[\\^[^\\]\\s]+]", "")
                .replaceAll("\\[([^\\[\\]]*)]\\([^()]*\\)", "$1")
                .replaceAll(
                        "`([^`]*)`|(?<![\\p{L}\\p{N}\\\\])[*_]+(?=\\S)|(?<=[^\\s\\\\])[*_]+(?![\\p{L}\\p{N}])|`"
                                + "|\\s*\\^(?=\\S)",
                        "$1")
                .replaceAll("\\\\(?=\\p{Punct})", "")
                .replaceAll("\\s+>?\\s*", " ")
                .strip();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}_-])(?:" + alternatives + ")(?![\\p{L}\\p{N}_-])", Pattern.CASE_INSENSITIVE);
    }
}
