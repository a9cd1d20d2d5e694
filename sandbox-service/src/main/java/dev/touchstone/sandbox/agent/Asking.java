package dev.touchstone.sandbox.agent;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Prompt;
import dev.touchstone.sandbox.Usage;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.egress.Call;
import dev.touchstone.sandbox.egress.Deadline;
import dev.touchstone.sandbox.egress.Egress;
import dev.touchstone.sandbox.egress.Fetched;
import dev.touchstone.sandbox.egress.HostileJson;
import dev.touchstone.sandbox.egress.Streamed;

/** One prompt, and all that has to be sent until it is answered. Adds up what that took. */
final class Asking {

    private final Egress egress;
    private final AgentConfig config;
    private final Dialect dialect;
    private final Endpoint to;
    private final Deadline deadline;
    private final OnTheWay onTheWay = new OnTheWay();
    private Usage usage = Usage.NONE;

    Asking(Egress egress, AgentConfig config, Dialect dialect, Endpoint to) {
        this.egress = egress;
        this.config = config;
        this.dialect = dialect;
        this.to = to;
        this.deadline = Deadline.in(config.answerTimeout());
    }

    /** All requests so far, with their retries. */
    Usage usage() {
        return usage;
    }

    /**
     * Says it and waits for the end of what that begins; never comes back with a task that goes on.
     *
     * @param streaming whether the agent may answer as it goes, if its protocol can
     */
    Reading ask(Prompt prompt, boolean streaming) throws InterruptedException {
        Reading reading = streaming && dialect instanceof A2aDialect a2a ? listen(a2a, prompt) : send(dialect.say(to, prompt));
        return switch (awaited(reading)) {
            case Reading.Said(Utterance answer, String goesOn) -> whole(onTheWay.with(answer), goesOn);
            case Reading.Working working -> new Reading.Unusable(FailureCode.TIMEOUT,
                    "the agent's task did not end in the time allowed").quoting(onTheWay.sum().text());
            case Reading.Unusable unusable -> unusable.quoting(onTheWay.sum().text());
        };
    }

    private static Reading whole(Utterance answer, @Nullable String goesOn) {
        return ToolCalls.areTooMany(answer.toolCalls())
                ? new Reading.Unusable(FailureCode.TOO_LARGE, "the agent tells of more than " + ToolCalls.MOST + " tool calls")
                        .quoting(answer.text())
                : new Reading.Said(answer, goesOn);
    }

    private Reading awaited(Reading first) throws InterruptedException {
        Reading reading = first;
        Duration wait = config.pollWait();
        while (reading instanceof Reading.Working task) {
            onTheWay.add(task.said());
            if (onTheWay.isTooMuch()) {
                return new Reading.Unusable(FailureCode.TOO_LARGE, "the agent says too much before its task ends");
            }
            if (!deadline.leavesRoomFor(wait)) {
                return task;
            }
            Thread.sleep(wait);
            wait = longer(wait);
            reading = send(dialect.poll(to, task));
        }
        return reading;
    }

    private Duration longer(Duration wait) {
        Duration longer = wait.multipliedBy(3).dividedBy(2);
        return longer.compareTo(config.longestPollWait()) > 0 ? config.longestPollWait() : longer;
    }

    private Reading send(Call call) throws InterruptedException {
        return counted(egress.send(call, deadline));
    }

    private Reading listen(A2aDialect a2a, Prompt prompt) throws InterruptedException {
        TaskStream events = a2a.follow();
        return switch (egress.stream(a2a.stream(to, prompt), deadline, events)) {
            case Streamed.Events stream -> ended(events, stream.usage());
            case Streamed.Other(Fetched.Failure failure) -> brokenOff(events, failure);
            case Streamed.Other(Fetched.Response response) -> counted(response);
        };
    }

    private Reading ended(TaskStream events, Usage took) {
        usage = usage.plus(took);
        return events.end();
    }

    private Reading brokenOff(TaskStream events, Fetched.Failure failure) {
        usage = usage.plus(failure.usage());
        return events.brokenOff(failure);
    }

    private Reading counted(Fetched fetched) {
        usage = usage.plus(fetched.usage());
        return read(fetched);
    }

    private Reading read(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Failure failure -> new Reading.Unusable(failure.code(), failure.detail());
            case Fetched.Response response -> switch (HostileJson.read(response)) {
                case HostileJson.Parsed.Invalid(FailureCode code, String detail) when response.isSuccess() ->
                    new Reading.Unusable(code, detail).quoting(response.text());
                case HostileJson.Parsed.Invalid invalid -> refused(response);
                case HostileJson.Parsed.Valid(var json) when response.isSuccess() -> dialect.read(json);
                case HostileJson.Parsed.Valid(var json) -> dialect.read(json) instanceof Reading.Unusable error
                        && error.code() == FailureCode.AGENT_ERROR ? error : refused(response);
            };
        };
    }

    /** With all that came along: an error may be a leak. */
    private static Reading refused(Fetched.Response response) {
        return new Reading.Unusable(FailureCode.HTTP_STATUS, "the agent answered with status " + response.status())
                .quoting(response.text());
    }
}
