package dev.touchstone.judge;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Flag;
import dev.touchstone.judge.jury.Screened;
import dev.touchstone.judge.jury.ScreenedTools;
import dev.touchstone.judge.jury.Screening;
import dev.touchstone.judge.jury.panel.Jury;
import dev.touchstone.judge.questions.Question;
import dev.touchstone.judge.questions.Recorded;
import dev.touchstone.judge.relay.Answer;
import dev.touchstone.judge.relay.Relay;
import dev.touchstone.judge.report.Examined;
import dev.touchstone.judge.report.Heard;
import dev.touchstone.judge.verdict.JuryConfig;

/** Asks the agent one question and lets the jury judge the answer. */
@ApplicationScoped
class Examination {

    private static final int LONGEST_DETAIL = 500;
    private static final int LONGEST_CODE = 64;

    private final Relay relay;
    private final JuryConfig config;

    Examination(Relay relay, JuryConfig config) {
        this.relay = relay;
        this.config = config;
    }

    Examined examine(AgentTarget agent, Question question, Jury jury) throws InterruptedException {
        return switch (answer(agent, question)) {
            case Answer.Given given -> judged(question, given, jury);
            case Answer.Missing(String code, String detail, boolean refused, Long latency) ->
                new Examined(question, new Heard.Unanswered(Screening.of(code, LONGEST_CODE).text(),
                        Screening.of(detail, LONGEST_DETAIL).text(), refused), latency, List.of());
        };
    }

    /** What the agent has said to it already in this round stands. */
    private Answer answer(AgentTarget agent, Question question) {
        Recorded recorded = question.recorded();
        return recorded == null ? relay.ask(agent, question.text())
                : new Answer.Given(recorded.text(), recorded.toolUses(), recorded.tokens(), null);
    }

    private Examined judged(Question question, Answer.Given given, Jury jury) throws InterruptedException {
        ScreenedTools tools = ScreenedTools.of(given.toolUses());
        Exhibit exhibit = new Exhibit(question, tools.flag(screened(given.text(), question)), tools.uses());
        return new Examined(question, new Heard.Answered(exhibit.answer(), exhibit.toolUses(), given.tokens()),
                given.latencyMillis(), jury.judge(exhibit));
    }

    /** Good manners at the beginning say nothing of the rest. */
    private static Screened whole(Screened screened) {
        return Screening.isCut(screened.text()) ? screened.flagged(List.of(Flag.NOT_JUDGED_WHOLE)) : screened;
    }

    private Screened screened(String text, Question question) {
        Screened screened = whole(Screening.of(text, config.longestAnswer()));
        Recorded recorded = question.recorded();
        return recorded == null ? screened : screened.flagged(recorded.flags());
    }
}
