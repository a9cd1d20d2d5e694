package dev.touchstone.judge.questions.proposed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.judge.jury.panel.Fence;
import dev.touchstone.judge.jury.panel.PanelConfig;
import dev.touchstone.judge.llm.ChatMessage;
import dev.touchstone.judge.llm.ChatModel;
import dev.touchstone.judge.llm.ChatModels;
import dev.touchstone.judge.llm.ChatPrompt;
import dev.touchstone.judge.llm.LlmConfig;
import dev.touchstone.judge.llm.ModelChoice;
import dev.touchstone.judge.llm.ModelReply;
import dev.touchstone.judge.llm.ModelSeat;
import dev.touchstone.judge.llm.ModelSettings;
import dev.touchstone.judge.llm.Spending;
import dev.touchstone.judge.questions.AgentCard;
import dev.touchstone.judge.questions.Mix;
import dev.touchstone.judge.questions.Provenance.Source;
import dev.touchstone.judge.questions.QuestionConfig;

/** Asks the first model on the jury for questions, once; without any, the attempt goes on with the others. */
@ApplicationScoped
public class Proposer {

    private static final String INSTRUCTIONS = resource("instructions.txt");
    private static final String SCHEMA = resource("questions.schema.json");

    private final ChatModels models;
    private final LlmConfig llm;
    private final PanelConfig panel;
    private final QuestionConfig config;

    Proposer(ChatModels models, LlmConfig llm, PanelConfig panel, QuestionConfig config) {
        this.models = models;
        this.llm = llm;
        this.panel = panel;
        this.config = config;
    }

    /**
     * @throws InterruptedException if the attempt was given up
     */
    public Proposed propose(AgentCard card, ModelChoice choice) throws InterruptedException {
        int most = Mix.share(Source.MODEL, config.limit());
        if (!config.byModel() || most == 0) {
            return Proposed.NONE;
        }
        Optional<ModelSettings> first = first(choice);
        return first.isEmpty() ? Proposed.nothing("no model sits on the jury that could be asked")
                // One prompt, before the jury sits: it takes nothing from what that may spend.
                : propose(new Places(card), panel, models.of(first.get(), new Spending(llm.budget())), most);
    }

    static Proposed propose(Places places, PanelConfig panel, ChatModel model, int most) throws InterruptedException {
        return switch (model.ask(prompt(places, panel.fence(places.lines()), most))) {
            case ModelReply.Text text -> new ProposalReader(places, text.servedBy()).read(text.content(), most);
            case ModelReply.Malformed malformed -> Proposed.nothing(malformed.reason());
            case ModelReply.Unavailable(String reason) -> Proposed.nothing(reason);
        };
    }

    private static ChatPrompt prompt(Places places, Fence fence, int most) {
        String instructions = INSTRUCTIONS.replace("{boundary}", fence.boundary()).replace("{most}", Integer.toString(most));
        return new ChatPrompt(List.of(ChatMessage.system(instructions + "\n\nReply with one JSON object and nothing else, valid"
                + " against this schema:\n" + SCHEMA),
                ChatMessage.user("What the agent's maker says of it, as data:\n"
                        + fence.around(String.join("\n", places.lines())))),
                "questions", SCHEMA);
    }

    private static Optional<ModelSettings> first(ModelChoice choice) {
        return switch (choice) {
            case ModelChoice.Off ignored -> Optional.empty();
            case ModelChoice.Seated(List<ModelSeat> seats) -> seats.stream().flatMap(seat -> switch (seat) {
                case ModelSeat.Usable(ModelSettings settings) -> Optional.of(settings).stream();
                case ModelSeat.Unusable ignored -> Optional.<ModelSettings> empty().stream();
            }).filter(settings -> !settings.dryRun()).findFirst();
        };
    }

    private static String resource(String file) {
        String name = "/prompts/questions-1/" + file;
        try (InputStream in = Objects.requireNonNull(Proposer.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
