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
import dev.touchstone.judge.jury.Order;
import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.jury.Secrets;
import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.llm.ChatMessage;
import dev.touchstone.judge.llm.ChatModel;
import dev.touchstone.judge.llm.ChatPrompt;
import dev.touchstone.judge.llm.ModelReply;

/** One model's way through the three phases for one answer. */
final class Deliberating {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_KEPT_REPLY = 4000;

    private final ChatModel model;
    private final Exhibit exhibit;
    private final Fence fence;
    private final Map<String, String> earlier = new LinkedHashMap<>();
    private final List<Sample.Exchange> exchanges = new ArrayList<>();
    private @Nullable String servedBy;
    private String problem = "";
    private boolean unavailable;

    Deliberating(ChatModel model, Exhibit exhibit, Fence fence) {
        this.model = model;
        this.exhibit = exhibit;
        this.fence = fence;
    }

    /** The ruling of the phase, after one repair at most; empty where none can be had, {@link #problem} says why. */
    Optional<Ruling> rule(Phase phase) throws InterruptedException {
        List<ChatMessage> prompt = Prompts.of(phase, exhibit, earlier, fence);
        Attempt first = ask(phase, prompt);
        String reply = first.reply();
        Attempt last = first.ruling() == null && reply != null ? ask(phase, Prompts.repair(prompt, reply, problem)) : first;
        Optional<Ruling> ruling = Optional.ofNullable(last.ruling());
        ruling.ifPresent(usable -> earlier.put(phase.key(), asText(usable)));
        return ruling;
    }

    /** Keeps the prompt as it would have been sent. */
    void pretend(Phase phase) {
        exchanges.add(new Sample.Exchange(phase.key(), Prompts.asText(Prompts.of(phase, exhibit, earlier, fence)), null,
                "not sent: dry run", Tokens.UNKNOWN));
    }

    Sample with(Ruling ruling) {
        return new Sample(1, Order.ANSWER_LAST, ruling.scores(), ruling.criticalSafety(), null, servedBy, false, exchanges);
    }

    Sample without(String why) {
        return new Sample(1, Order.ANSWER_LAST, null, false, why, servedBy, false, exchanges);
    }

    String problem() {
        return problem;
    }

    boolean isUnavailable() {
        return unavailable;
    }

    private Attempt ask(Phase phase, List<ChatMessage> prompt) throws InterruptedException {
        return switch (model.ask(new ChatPrompt(prompt, "ruling", RulingReader.SCHEMA))) {
            case ModelReply.Unavailable(String reason) -> unavailable(phase, prompt, reason);
            case ModelReply.Malformed(String reason, Tokens tokens) -> unusable(phase, prompt, "", reason, tokens);
            case ModelReply.Text text -> read(phase, prompt, text);
        };
    }

    private Attempt unavailable(Phase phase, List<ChatMessage> prompt, String reason) {
        unavailable = true;
        return unusable(phase, prompt, null, reason, Tokens.UNKNOWN);
    }

    private Attempt read(Phase phase, List<ChatMessage> prompt, ModelReply.Text text) {
        servedBy = kept(text.servedBy());
        return switch (RulingReader.read(text.content(), exhibit.answer().text())) {
            case RulingReading.Usable(Ruling ruling) -> usable(phase, prompt, text, ruling);
            case RulingReading.Unusable(String reason) -> unusable(phase, prompt, text.content(), reason, text.tokens());
        };
    }

    private Attempt usable(Phase phase, List<ChatMessage> prompt, ModelReply.Text text, Ruling ruling) {
        exchanges.add(
                new Sample.Exchange(phase.key(), Prompts.asText(prompt), kept(text.content()), null, text.tokens()));
        return new Attempt(ruling, text.content());
    }

    private Attempt unusable(Phase phase, List<ChatMessage> prompt, @Nullable String reply, String reason,
            Tokens tokens) {
        problem = reason;
        String kept = reply == null ? null : kept(reply);
        exchanges.add(new Sample.Exchange(phase.key(), Prompts.asText(prompt), kept, reason, tokens));
        return new Attempt(null, kept);
    }

    /** What is kept of a model's text: it may repeat what an agent disclosed, and it may not end. */
    private static String kept(String text) {
        String masked = Secrets.mask(text).text();
        if (masked.length() <= LONGEST_KEPT_REPLY) {
            return masked;
        }
        boolean splits = Character.isHighSurrogate(masked.charAt(LONGEST_KEPT_REPLY - 1));
        return masked.substring(0, splits ? LONGEST_KEPT_REPLY - 1 : LONGEST_KEPT_REPLY) + "… [cut]";
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
