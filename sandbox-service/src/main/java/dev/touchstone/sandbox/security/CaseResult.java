package dev.touchstone.sandbox.security;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.attempt.Transcript.Failure;
import dev.touchstone.sandbox.attempt.Transcript.Turn;
import dev.touchstone.sandbox.suite.SuiteCase.Kind;

/** What became of one case. */
record CaseResult(CaseLine line, Judgement judgement) {

    Kind kind() {
        return line.test().kind();
    }

    Verdict verdict() {
        return judgement.verdict();
    }

    boolean isAttack() {
        return kind().expected().isAttack();
    }

    boolean failedWith(String code) {
        Failure failure = failure();
        return failure != null && failure.code().equals(code);
    }

    /** Null where the agent was not asked, or answered everything. */
    @Nullable
    Failure failure() {
        Transcript said = line.transcript();
        return said == null ? null : said.failure();
    }

    /** In which something was said to the agent. */
    Stream<Turn> turns() {
        Transcript said = line.transcript();
        return said == null ? Stream.empty() : said.turns().stream();
    }
}
