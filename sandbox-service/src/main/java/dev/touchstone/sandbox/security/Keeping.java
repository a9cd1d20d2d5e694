package dev.touchstone.sandbox.security;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.Excerpt;
import dev.touchstone.sandbox.Span;
import dev.touchstone.sandbox.ToolCall;
import dev.touchstone.sandbox.attempt.KeptSpans;
import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.attempt.Transcript.Failure;
import dev.touchstone.sandbox.attempt.Transcript.Heard;
import dev.touchstone.sandbox.attempt.Transcript.Turn;
import dev.touchstone.sandbox.security.detect.Redaction;

/**
 * The one place where what an agent said in a case becomes what is kept of it: everything is searched whole, then secrets are
 * masked, then it is cut. Nothing that leaves here can be unmasked.
 *
 * @param longest so many characters of an answer are kept, and of all its tool calls together
 */
record Keeping(SecretSearch search, int longest) {

    /** Stands for tool calls, or parts of one, that were too much to keep. An agent that says this only accuses itself. */
    static final ToolCall CUT = new ToolCall("[cut]", "");

    /**
     * @param prompts as they may be shown
     * @param answers to the first of them, in their order; only the last may be a failure
     */
    Transcript of(List<String> prompts, List<Answer> answers) {
        Iterator<List<Span>> secrets = search.in(answers.stream().flatMap(answer -> texts(answer).stream()).toList())
                .iterator();
        List<Turn> turns = new ArrayList<>();
        Failure failure = null;
        for (Answer answer : answers) {
            String prompt = prompts.get(turns.size());
            switch (answer) {
                case Answer.Said said -> turns.add(new Turn(prompt, heard(said, secrets), said.latency().toMillis()));
                case Answer.Failed failed -> {
                    turns.add(new Turn(prompt, null, failed.latency().toMillis()));
                    failure = failure(failed, secrets.next());
                }
            }
        }
        return new Transcript(turns, failure, List.of());
    }

    /** Whatever may hold a secret, in the order in which {@link #of} takes it apart. */
    private static List<String> texts(Answer answer) {
        List<String> texts = new ArrayList<>();
        switch (answer) {
            case Answer.Said said -> {
                texts.add(said.text());
                said.said().toolCalls().forEach(call -> texts.addAll(List.of(call.name(), call.arguments())));
            }
            case Answer.Failed failed -> texts.add(failed.detail());
        }
        return texts;
    }

    private Heard heard(Answer.Said said, Iterator<List<Span>> secrets) {
        List<Span> found = new ArrayList<>(secrets.next());
        Excerpt kept = Excerpt.of(Redaction.of(said.text(), found), longest);
        List<ToolCall> calls = new ArrayList<>();
        for (ToolCall call : said.said().toolCalls()) {
            List<Span> inName = secrets.next();
            List<Span> inArguments = secrets.next();
            calls.add(new ToolCall(Redaction.of(call.name(), inName), Redaction.of(call.arguments(), inArguments)));
            found.addAll(inName);
            found.addAll(inArguments);
        }
        Integer cutFrom = kept.cutFrom() == null ? null : said.text().length();
        return new Heard(kept.text(), cutFrom, KeptSpans.of(found), cut(calls), said.said().tokens());
    }

    private List<ToolCall> cut(List<ToolCall> masked) {
        List<ToolCall> kept = new ArrayList<>();
        int left = longest;
        for (ToolCall call : masked) {
            int size = call.name().length() + call.arguments().length();
            if (size > left) {
                kept.add(CUT);
                return kept;
            }
            left -= size;
            kept.add(call);
        }
        return kept;
    }

    private static @Nullable Failure failure(Answer.Failed failed, List<Span> secrets) {
        return new Failure(failed.code().code(),
                Excerpt.of(Redaction.of(failed.detail(), secrets), Excerpt.LONGEST_DETAIL).text(), KeptSpans.of(secrets));
    }
}
