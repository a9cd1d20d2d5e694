package dev.touchstone.review.pages.queue;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseState;
import dev.touchstone.review.cases.ReasonKind;
import dev.touchstone.review.pages.Language;
import dev.touchstone.review.pages.Messages;
import dev.touchstone.review.pages.submission.StepStatus;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/**
 * The words of the queue's lines in one language, looked up once. A template looks a text up each time that it says it; a page
 * of eighty lines says two thousand, which was most of what the page cost.
 */
public final class QueueWords {

    private static final Map<Language, QueueWords> OF_LANGUAGE = new ConcurrentHashMap<>();

    private final QueueMessages queue;
    private final Map<Stage, Map<StepStatus, String>> steps;
    private final Map<ReasonKind, String> reasons;
    private final Map<CaseState, String> states;
    private final String answered;
    private final Buttons buttons;

    /** What every line says. */
    public record Buttons(String claim, String release, Giving giving, String trust) {
    }

    /** What a line says where a case can be given to somebody. */
    public record Giving(String assign, String reviewer, String give) {
    }

    private QueueWords(Messages all, QueueMessages queue) {
        this.queue = queue;
        this.steps = each(Stage.class,
                stage -> each(StepStatus.class, status -> all.stage(stage) + ": " + all.status(status)));
        this.reasons = each(ReasonKind.class, queue::reason);
        this.states = each(CaseState.class, all::state);
        this.answered = queue.answered();
        this.buttons = new Buttons(queue.claim(), queue.release(),
                new Giving(queue.assign(), queue.reviewer(), queue.give()), all.trustScore());
    }

    static QueueWords in(Language language) {
        return OF_LANGUAGE.computeIfAbsent(language, each -> new QueueWords(bundle(Messages.class, each),
                bundle(QueueMessages.class, each)));
    }

    private static <T> T bundle(Class<T> type, Language language) {
        return language == Language.ENGLISH ? MessageBundles.get(type)
                : MessageBundles.get(type, Localized.Literal.of(language.tag()));
    }

    private static <K extends Enum<K>, V> Map<K, V> each(Class<K> keys, Function<K, V> word) {
        Map<K, V> words = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            words.put(key, word.apply(key));
        }
        return words;
    }

    public Buttons buttons() {
        return buttons;
    }

    String step(Stage stage, StepStatus status) {
        return steps.getOrDefault(stage, Map.of()).getOrDefault(status, "");
    }

    String reason(ReasonKind kind) {
        return reasons.getOrDefault(kind, "");
    }

    String answered() {
        return answered;
    }

    String state(CaseState state) {
        return states.getOrDefault(state, "");
    }

    QueueMessages queue() {
        return queue;
    }
}
