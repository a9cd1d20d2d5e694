package dev.touchstone.judge.llm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A model that says what it was told to say, in this order, and remembers what it was asked. */
final class ScriptedChatModel implements ChatModel {

    private final Deque<ModelReply> script = new ArrayDeque<>();
    private final List<List<ChatMessage>> asked = new ArrayList<>();

    static ScriptedChatModel saying(String... replies) {
        ScriptedChatModel model = new ScriptedChatModel();
        for (String reply : replies) {
            model.then(new ModelReply.Text(reply, "scripted-1"));
        }
        return model;
    }

    ScriptedChatModel then(ModelReply reply) {
        script.add(reply);
        return this;
    }

    @Override
    public ModelReply ask(List<ChatMessage> messages) {
        asked.add(messages);
        return script.remove();
    }

    List<List<ChatMessage>> asked() {
        return asked;
    }
}
