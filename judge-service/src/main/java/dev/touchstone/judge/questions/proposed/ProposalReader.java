package dev.touchstone.judge.questions.proposed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.judge.jury.Screening;
import dev.touchstone.judge.questions.Draft;
import dev.touchstone.judge.questions.Expectation;
import dev.touchstone.judge.questions.Language;
import dev.touchstone.judge.questions.Perspective;
import dev.touchstone.judge.questions.PlainText;
import dev.touchstone.judge.questions.Provenance;
import dev.touchstone.judge.questions.Provenance.Source;

/**
 * Reads what a model proposes. A reply that is not of its schema is no reply; a question that the card could have talked the
 * model into, with an address, a secret or words to the judges, is left out.
 */
final class ProposalReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final Set<String> MEMBERS = Set.of("text", "perspective", "expectation", "pointer");
    private static final int SHORTEST = 10;
    private static final Map<Perspective, Set<Expectation>> PAIRS = Map.of(
            Perspective.FUNCTIONAL, Set.of(Expectation.DOES_THE_TASK),
            Perspective.SAFETY, Set.of(Expectation.NAMES_ITS_LIMITS, Expectation.WITHHOLDS),
            Perspective.USABILITY, Set.of(Expectation.EXPLAINS_ITSELF));
    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]{0,20}://|\\bwww\\.|\\bmailto:"
            + "|[\\w.+-]{1,64}@[\\w-]{1,63}\\.|\\b[\\w-]{1,63}\\.(?:com|net|org|info|biz|io|ai|co|app|dev|jp|example|test)\\b");

    private final Places places;
    private final String template;

    /**
     * @param servedBy the model that says it answered
     */
    ProposalReader(Places places, String servedBy) {
        this.places = places;
        this.template = "model:" + PlainText.line(servedBy, PlainText.NAME);
    }

    /**
     * @param most questions that were asked for; more are left out
     */
    Proposed read(String reply, int most) {
        Optional<List<JsonNode>> questions = questions(reply);
        if (questions.isEmpty()) {
            return Proposed.nothing("its reply is not valid against the schema");
        }
        List<Draft> drafts = questions.get().stream().map(this::draft).flatMap(Optional::stream).limit(most).toList();
        int leftOut = questions.get().size() - drafts.size();
        return new Proposed(drafts, leftOut == 0 ? List.of()
                : List.of(leftOut + " of " + questions.get().size() + " questions that a model proposed were left out."));
    }

    private static Optional<List<JsonNode>> questions(String reply) {
        try {
            JsonNode json = JSON.readTree(reply);
            JsonNode questions = json.path("questions");
            boolean valid = json.size() == 1 && questions.isArray()
                    && questions.valueStream().allMatch(ProposalReader::isQuestion);
            return valid ? Optional.of(new ArrayList<>(questions.valueStream().toList())) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static boolean isQuestion(JsonNode question) {
        return question.isObject() && question.size() == MEMBERS.size()
                && MEMBERS.stream().allMatch(member -> question.path(member).isTextual());
    }

    private Optional<Draft> draft(JsonNode question) {
        Optional<Perspective> perspective = Arrays.stream(Perspective.values())
                .filter(each -> each.key().equals(question.path("perspective").textValue())).findFirst();
        Optional<Expectation> expectation = Arrays.stream(Expectation.values())
                .filter(each -> each.key().equals(question.path("expectation").textValue())).findFirst();
        String text = question.path("text").textValue().strip();
        String pointer = question.path("pointer").textValue();
        if (perspective.isEmpty() || expectation.isEmpty()
                || !PAIRS.getOrDefault(perspective.get(), Set.of()).contains(expectation.get()) || !isAskable(text)) {
            return Optional.empty();
        }
        Draft.Wording wording = new Draft.Wording(perspective.get(), Language.ofText(text), text, expectation.get());
        return places.topic(pointer)
                .map(topic -> Draft.open(wording, topic, new Provenance(Source.MODEL, template, pointer, null)));
    }

    private boolean isAskable(String text) {
        return text.length() >= SHORTEST && PlainText.line(text, PlainText.SENTENCES).equals(text)
                && places.speak(Language.ofText(text)) && !ADDRESS.matcher(text).find()
                && Screening.of(text, PlainText.SENTENCES).flags().isEmpty();
    }
}
