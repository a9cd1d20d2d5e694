package dev.touchstone.judge.questions.proposed;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.judge.BuiltIn;
import dev.touchstone.judge.jury.panel.Fence;
import dev.touchstone.judge.jury.panel.Jury;
import dev.touchstone.judge.jury.panel.PanelConfig;
import dev.touchstone.judge.llm.ChatMessage;
import dev.touchstone.judge.llm.ChatModel;
import dev.touchstone.judge.llm.ChatPrompt;
import dev.touchstone.judge.llm.ModelReply;
import dev.touchstone.judge.questions.AgentCard;
import dev.touchstone.judge.questions.Mix;
import dev.touchstone.judge.questions.Provenance.Source;
import dev.touchstone.judge.questions.QuestionConfig;

/** Asks the first model on the jury for questions, once; without any, the attempt goes on with the others. */
@ApplicationScoped
public class Proposer {

    private static final String INSTRUCTIONS = BuiltIn.text("/prompts/questions-1/instructions.txt");
    private static final String SCHEMA = BuiltIn.text("/prompts/questions-1/questions.schema.json");

    private final PanelConfig panel;
    private final QuestionConfig config;

    Proposer(PanelConfig panel, QuestionConfig config) {
        this.panel = panel;
        this.config = config;
    }

    /**
     * @throws InterruptedException if the attempt was given up
     */
    public Proposed propose(AgentCard card, Jury jury) throws InterruptedException {
        int most = Mix.share(Source.MODEL, config.limit());
        if (!config.byModel() || most == 0) {
            return Proposed.NONE;
        }
        Optional<ChatModel> first = jury.firstModel();
        return first.isEmpty() ? Proposed.nothing("no model sits on the jury that could be asked")
                : propose(new Places(card), panel, first.get(), most);
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
}
