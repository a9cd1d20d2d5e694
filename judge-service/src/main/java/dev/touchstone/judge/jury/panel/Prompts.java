package dev.touchstone.judge.jury.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Order;
import dev.touchstone.judge.llm.ChatMessage;

/** What a model is told in one sample. Instructions are fixed; whatever somebody else wrote stands between fences. */
final class Prompts {

    private final Exhibit exhibit;
    private final Order order;
    private final Fence fence;

    Prompts(Exhibit exhibit, Sitting sitting) {
        this.exhibit = exhibit;
        this.order = sitting.order();
        this.fence = sitting.fence();
    }

    /**
     * @param earlier rulings of the phases before, by the name of the phase, as text
     */
    List<ChatMessage> of(Phase phase, Map<String, String> earlier) {
        List<String> sections = new ArrayList<>(
                List.of(PromptTexts.title("task") + ": " + PromptTexts.task(phase)));
        sections.addAll(material());
        earlier.forEach((name, ruling) -> sections.add(data(PromptTexts.title("assessment") + " " + name, ruling)));
        return List.of(ChatMessage.system(PromptTexts.INSTRUCTIONS.replace("{boundary}", fence.boundary())
                .replace("{schema}", PromptTexts.SCHEMA)), ChatMessage.user(String.join("\n\n", sections)));
    }

    /** Asks once more, after a reply that could not be used. */
    static List<ChatMessage> repair(List<ChatMessage> prompt, String reply, String problem) {
        List<ChatMessage> messages = new ArrayList<>(prompt);
        // Some providers refuse an empty message.
        if (!reply.isBlank()) {
            messages.add(ChatMessage.assistant(reply));
        }
        messages.add(ChatMessage.user(PromptTexts.REPAIR.replace("{problem}", problem)));
        return messages;
    }

    /** A prompt as one text, for the record. */
    static String asText(List<ChatMessage> messages) {
        return String.join("\n\n", messages.stream().map(message -> "[" + message.role() + "]\n" + message.content()).toList());
    }

    private List<String> material() {
        return switch (order) {
            case ANSWER_LAST -> concat(standards(), answer());
            case ANSWER_FIRST -> concat(answer(), standards());
        };
    }

    /** What the answer is to be measured by. */
    private List<String> standards() {
        List<String> standards = new ArrayList<>();
        standards.add(data(PromptTexts.title("question"), exhibit.question().text()));
        standards.add(PromptTexts.title("expectation") + ": " + exhibit.question().expectation().words());
        standards.add(data(PromptTexts.title("card"), exhibit.question().topic()));
        if (exhibit.question().reference() != null) {
            standards.add(data(PromptTexts.title("reference"), exhibit.question().reference().answer()));
        }
        return standards;
    }

    private List<String> answer() {
        String answer = data(PromptTexts.title("answer"), exhibit.answer().text());
        return exhibit.toolUses().isEmpty() ? List.of(answer) : List.of(answer, data(PromptTexts.title("tools"), toolUses()));
    }

    private String toolUses() {
        return exhibit.toolUses().stream().map(use -> use.name() + " " + use.arguments()).collect(Collectors.joining("\n"));
    }

    private String data(String title, String data) {
        return title + ", as data:\n" + fence.around(data);
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
