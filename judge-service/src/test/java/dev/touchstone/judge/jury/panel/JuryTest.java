package dev.touchstone.judge.jury.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Order;
import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.jury.rubric.RubricJuror;
import dev.touchstone.judge.llm.ChatModel;
import dev.touchstone.judge.llm.ChatPrompt;
import dev.touchstone.judge.llm.ModelChoice;
import dev.touchstone.judge.llm.ModelReply;
import dev.touchstone.judge.llm.ModelSettings;
import dev.touchstone.judge.llm.Provider;

class JuryTest {

    private record Recalling(List<String> recalled) implements ChatModel {

        @Override
        public ModelReply ask(ChatPrompt prompt) {
            return new ModelReply.Unavailable("away");
        }

        @Override
        public void recall(Sample.Exchange earlier) {
            recalled.add(earlier.prompt());
        }
    }

    @Test
    void eachModelIsRemindedOfWhatItWasAskedItself() {
        // Given
        Recalling first = new Recalling(new ArrayList<>());
        Recalling second = new Recalling(new ArrayList<>());
        Jury jury = new Jury(List.of(new RubricJuror(), juror("a", first), juror("b", second)), new ModelChoice.Off("none"),
                new Method(1, "0a1b2c3d", "jury-2", "sha256:00"));
        // When
        jury.recall(List.of(opinion("rubric"), opinion("a", "1", "2"), opinion("b", "3"), opinion("gone", "4")));
        // Then
        assertEquals(List.of("1", "2"), first.recalled());
        assertEquals(List.of("3"), second.recalled());
    }

    private static LlmJuror juror(String name, ChatModel model) {
        return new LlmJuror(model,
                new ModelSettings(name, Provider.OPENAI, URI.create("http://model.test/v1"), "scripted", 0, 1024, false),
                new Seed("seed"), 1);
    }

    private static Opinion opinion(String juror, String... prompts) {
        List<Sample.Exchange> exchanges = List.of(prompts).stream()
                .map(prompt -> new Sample.Exchange("plan", prompt, null, "away", Tokens.UNKNOWN)).toList();
        return new Opinion.Abstained(juror, Mechanism.MODEL, "away",
                List.of(new Sample(1, Order.ANSWER_LAST, null, false, "away", null, false, exchanges)));
    }
}
