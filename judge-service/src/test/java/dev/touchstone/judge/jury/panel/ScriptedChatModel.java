package dev.touchstone.judge.jury.panel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.llm.ChatMessage;
import dev.touchstone.judge.llm.ChatModel;
import dev.touchstone.judge.llm.ChatPrompt;
import dev.touchstone.judge.llm.ModelReply;

/** A model that says what it was told to say, in this order, and remembers what it was asked. */
final class ScriptedChatModel implements ChatModel {

    private final Deque<ModelReply> script = new ArrayDeque<>();
    private final List<List<ChatMessage>> asked = new ArrayList<>();

    static ScriptedChatModel saying(String... replies) {
        return new ScriptedChatModel().then(replies);
    }

    ScriptedChatModel then(String... replies) {
        for (String reply : replies) {
            then(new ModelReply.Text(reply, "scripted-1", Tokens.UNKNOWN));
        }
        return this;
    }

    ScriptedChatModel then(ModelReply reply) {
        script.add(reply);
        return this;
    }

    @Override
    public ModelReply ask(ChatPrompt prompt) {
        asked.add(prompt.messages());
        return script.remove();
    }

    List<List<ChatMessage>> asked() {
        return asked;
    }
}
