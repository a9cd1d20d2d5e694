package dev.touchstone.sandbox.agent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.Tokens;
import dev.touchstone.sandbox.ToolCall;
import dev.touchstone.sandbox.Utterance;

/**
 * What an agent says before it answers: words on its progress, calls of tools. It belongs to what the agent said, but most of
 * it comes again in the answer.
 */
final class OnTheWay {

    /** More than these are not compared with the answer, which would take long, but kept as they are. */
    private static final int COMPARED = 200;

    /**
     * So many characters are kept, as many as an answer may have by default: each look at a task may bring that many, and an
     * agent is looked at until its time is up.
     */
    static final int MOST = 1_048_576;

    private final Set<String> words = new LinkedHashSet<>();
    private final Set<ToolCall> calls = new LinkedHashSet<>();
    private @Nullable Tokens tokens;
    private long size;

    void add(Utterance said) {
        if (!said.text().isBlank() && words.add(said.text())) {
            size += said.text().length();
        }
        for (ToolCall call : said.toolCalls()) {
            if (calls.add(call)) {
                size += call.name().length();
                size += call.arguments().length();
            }
        }
        tokens = said.tokens() == null ? tokens : said.tokens();
    }

    boolean isTooMuch() {
        return size > MOST;
    }

    /** All of it so far. */
    Utterance sum() {
        return new Utterance(String.join("\n", words), List.copyOf(calls), tokens);
    }

    /** The answer, and behind it what was said before and is not in it. */
    Utterance with(Utterance answer) {
        List<ToolCall> all = new ArrayList<>(calls);
        all.removeAll(answer.toolCalls());
        all.addAll(answer.toolCalls());
        return new Utterance(text(answer.text()), all, answer.tokens() == null ? tokens : answer.tokens());
    }

    private String text(String answer) {
        if (answer.isEmpty()) {
            // Pieces of a text that comes a word at a time and is not repeated in the end.
            return String.join("", words);
        }
        return behind(answer, words);
    }

    /** The answer, and behind it those of the words that are not in it. */
    static String behind(String answer, Collection<String> words) {
        String unsaid = words.stream().filter(each -> words.size() > COMPARED || !answer.contains(each))
                .collect(Collectors.joining("\n"));
        return answer.isEmpty() || unsaid.isEmpty() ? answer + unsaid : answer + "\n" + unsaid;
    }
}
