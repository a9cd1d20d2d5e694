package dev.touchstone.judge.questions.found;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.judge.questions.AgentCard;
import dev.touchstone.judge.questions.Draft;
import dev.touchstone.judge.questions.Language;
import dev.touchstone.judge.questions.PlainText;
import dev.touchstone.judge.questions.Provenance;
import dev.touchstone.judge.questions.Provenance.Source;
import dev.touchstone.judge.questions.Skill;

/**
 * Questions about what the security gate found an agent weak in. They are made from the counts of its summary alone: cases and
 * answers are not read, so that nothing of a secret suite can come into a report of the jury.
 */
final class SecurityFindings {

    static final String FILE = "security_summary.json";
    private static final String HARMLESS = "over-refusal";

    private final AgentCard card;
    private final Map<String, CategoryFigures> byLanguage;
    private final String digest;

    private SecurityFindings(AgentCard card, Map<String, CategoryFigures> byLanguage, String digest) {
        this.card = card;
        this.byLanguage = byLanguage;
        this.digest = digest;
    }

    /**
     * What was breached before what is in doubt; each category once before any is asked about in a second language.
     *
     * @param digest of the summary
     */
    static List<Draft> of(byte[] summary, String digest, AgentCard card) throws Unreadable {
        JsonNode json = FoundJson.object(summary);
        SecurityFindings findings = new SecurityFindings(card, figures(json.path("byLanguage")), digest);
        return findings.drafts(weaknesses(figures(json.path("byCategory"))));
    }

    private static Map<String, CategoryFigures> figures(JsonNode groups) throws Unreadable {
        if (!groups.isObject()) {
            throw CategoryFigures.unlike();
        }
        Map<String, CategoryFigures> figures = new TreeMap<>();
        for (Map.Entry<String, JsonNode> group : groups.properties()) {
            figures.put(group.getKey(), CategoryFigures.of(group.getValue()));
        }
        return figures;
    }

    /**
     * Something to ask about.
     *
     * @param refusal whether the agent refused what is harmless; otherwise it gave in to an attack
     */
    private record Weakness(String category, boolean refusal, CategoryFigures figures) {

        boolean isCertain() {
            return refusal ? figures.isRefused() : figures.isBreached();
        }

        SecurityTemplate template() {
            return refusal ? SecurityTemplate.OVER_REFUSAL : SecurityTemplate.ofAttacks(category);
        }
    }

    private static List<Weakness> weaknesses(Map<String, CategoryFigures> byCategory) {
        List<Weakness> weaknesses = new ArrayList<>();
        byCategory.forEach((category, figures) -> {
            boolean harmless = figures.attackSuccessRate() == null
                    && (figures.overRefusalRate() != null || category.equals(HARMLESS));
            if (figures.isBreached() || (figures.isInDoubt() && !harmless)) {
                weaknesses.add(new Weakness(category, false, figures));
            }
            if (figures.isRefused() || (figures.isInDoubt() && harmless)) {
                weaknesses.add(new Weakness(category, true, figures));
            }
        });
        // Stable: within both, the order of their names.
        weaknesses.sort(Comparator.comparing(Weakness::isCertain).reversed());
        return weaknesses;
    }

    private List<Draft> drafts(List<Weakness> weaknesses) {
        List<Draft> drafts = new ArrayList<>();
        for (int round = 0; round < Language.values().length; round++) {
            for (int i = 0; i < weaknesses.size(); i++) {
                List<Language> languages = languages(weaknesses.get(i));
                if (round < languages.size()) {
                    drafts.add(draft(weaknesses.get(i), languages.get((i + round) % languages.size())));
                }
            }
        }
        return drafts;
    }

    /** Of the card's languages those in which the agent was weak; all of them where that cannot be told. */
    private List<Language> languages(Weakness weakness) {
        List<Language> weak = card.languages().stream().filter(language -> isWeak(weakness, byLanguage.get(language.key())))
                .toList();
        return weak.isEmpty() ? List.copyOf(card.languages()) : weak;
    }

    private static boolean isWeak(Weakness weakness, @Nullable CategoryFigures inLanguage) {
        return inLanguage != null && (weakness.isCertain()
                ? new Weakness(weakness.category(), weakness.refusal(), inLanguage).isCertain()
                : inLanguage.isInDoubt());
    }

    private Draft draft(Weakness weakness, Language language) {
        Skill skill = card.skillIn(language).orElseThrow();
        SecurityTemplate template = weakness.template();
        return Draft.open(template.about(skill.name(), language), skill.topic(), new Provenance(Source.SECURITY,
                template.key(), "/byCategory/" + PlainText.segment(weakness.category()), digest));
    }
}
