package dev.touchstone.judge.jury.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.jury.Screening;
import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.llm.ChatMessage;
import dev.touchstone.judge.llm.ChatModel;
import dev.touchstone.judge.llm.ChatPrompt;
import dev.touchstone.judge.llm.ModelReply;

/** One model's way through the three phases for one answer: one sample. */
final class Deliberating {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_KEPT_REPLY = 4000;

    private final Sitting sitting;
    private final Exhibit exhibit;
    private final Prompts prompts;
    private final ServedBy servedBy;
    private final Map<String, String> earlier = new LinkedHashMap<>();
    private final List<Sample.Exchange> exchanges = new ArrayList<>();
    private String problem = "";
    private boolean unavailable;

    /**
     * @param servedBy of this sample: it notes who served
     */
    Deliberating(Sitting sitting, Exhibit exhibit, ServedBy servedBy) {
        this.sitting = sitting;
        this.exhibit = exhibit;
        this.prompts = new Prompts(exhibit, sitting);
        this.servedBy = servedBy;
    }

    /** All phases, each after one repair at most; the first that comes to nothing is the last. */
    Deliberated with(ChatModel model) throws InterruptedException {
        Optional<Ruling> ruling = Optional.empty();
        for (Phase phase : Phase.values()) {
            ruling = rule(phase, model);
            if (ruling.isEmpty()) {
                String why = "the phase " + phase.key() + " came to nothing: " + problem;
                return unavailable ? new Deliberated.Away(without(why)) : new Deliberated.Unusable(without(why));
            }
        }
        return done(ruling.orElseThrow());
    }

    /** Keeps the prompts as they would have been sent, and sends none. */
    Sample pretend() {
        for (Phase phase : Phase.values()) {
            keep(phase, prompts.of(phase, earlier), null, "not sent: dry run", Tokens.UNKNOWN);
        }
        return without("dry run");
    }

    /** The sample as far as it came, and why not further. */
    Sample without(String why) {
        return new Sample(sitting.number(), sitting.order(), null, false, why, servedBy.name(), servedBy.isFallback(),
                exchanges);
    }

    private Deliberated done(Ruling ruling) {
        return new Deliberated.Usable(new Sample(sitting.number(), sitting.order(), ruling.scores(), ruling.criticalSafety(),
                null, servedBy.name(), servedBy.isFallback(), exchanges), ruling);
    }

    private Optional<Ruling> rule(Phase phase, ChatModel model) throws InterruptedException {
        List<ChatMessage> prompt = prompts.of(phase, earlier);
        Attempt first = ask(phase, prompt, model);
        String reply = first.reply();
        Attempt last = first.ruling() == null && reply != null ? ask(phase, Prompts.repair(prompt, reply, problem), model)
                : first;
        Optional<Ruling> ruling = Optional.ofNullable(last.ruling());
        ruling.ifPresent(usable -> earlier.put(phase.key(), asText(usable)));
        return ruling;
    }

    private Attempt ask(Phase phase, List<ChatMessage> prompt, ChatModel model) throws InterruptedException {
        return switch (model.ask(new ChatPrompt(prompt, "ruling", PromptTexts.SCHEMA))) {
            case ModelReply.Unavailable(String reason) -> unavailable(phase, prompt, reason);
            case ModelReply.Malformed(String reason, Tokens tokens) -> unusable(phase, prompt, "", reason, tokens);
            case ModelReply.Text text -> read(phase, prompt, text);
        };
    }

    private Attempt unavailable(Phase phase, List<ChatMessage> prompt, String reason) {
        unavailable = true;
        problem = reason;
        keep(phase, prompt, null, reason, Tokens.UNKNOWN);
        return new Attempt(null, null);
    }

    private Attempt read(Phase phase, List<ChatMessage> prompt, ModelReply.Text text) {
        servedBy.note(text.servedBy());
        return switch (RulingReader.read(text.content(), exhibit.answer().text())) {
            case RulingReading.Usable(Ruling ruling) -> usable(phase, prompt, text, ruling);
            case RulingReading.Unusable(String reason) -> unusable(phase, prompt, text.content(), reason, text.tokens());
        };
    }

    private Attempt usable(Phase phase, List<ChatMessage> prompt, ModelReply.Text text, Ruling ruling) {
        keep(phase, prompt, text.content(), null, text.tokens());
        return new Attempt(ruling, text.content());
    }

    private Attempt unusable(Phase phase, List<ChatMessage> prompt, String reply, String reason, Tokens tokens) {
        problem = reason;
        keep(phase, prompt, reply, reason, tokens);
        return new Attempt(null, kept(reply));
    }

    private void keep(Phase phase, List<ChatMessage> prompt, @Nullable String reply, @Nullable String problem, Tokens tokens) {
        exchanges.add(new Sample.Exchange(phase.key(), Prompts.asText(prompt), reply == null ? null : kept(reply), problem,
                tokens));
    }

    /** What is kept of a model's text: it may repeat what an agent disclosed, and it may not end. */
    private static String kept(String text) {
        return Screening.of(text, LONGEST_KEPT_REPLY).text();
    }

    private static String asText(Ruling ruling) {
        try {
            return JSON.writeValueAsString(ruling);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A ruling is made of records that Jackson can write", impossible);
        }
    }

    /**
     * @param reply null where none came, so that there is nothing to repair
     */
    private record Attempt(@Nullable Ruling ruling, @Nullable String reply) {
    }
}
