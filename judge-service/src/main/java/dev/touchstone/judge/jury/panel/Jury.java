package dev.touchstone.judge.jury.panel;

import java.util.List;
import java.util.Optional;

import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Juror;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.llm.ChatModel;
import dev.touchstone.judge.llm.ModelChoice;

/**
 * The jury of one attempt.
 *
 * @param jurors in the order of their seats
 * @param choice says why there is a model on it or not
 */
public record Jury(List<Juror> jurors, ModelChoice choice, Method method) {

    public Jury {
        jurors = List.copyOf(jurors);
    }

    /** Reminds each juror of its own opinion before the attempt was taken up again: what it took is paid for. */
    public void recall(List<Opinion> earlier) {
        jurors.forEach(
                juror -> earlier.stream().filter(opinion -> opinion.juror().equals(juror.name())).forEach(juror::recall));
    }

    /** The first model that is really asked, paid as in its seat; empty where none is. */
    public Optional<ChatModel> firstModel() {
        return jurors.stream().filter(LlmJuror.class::isInstance).map(juror -> ((LlmJuror) juror).model())
                .flatMap(Optional::stream).findFirst();
    }

    /**
     * The opinions of all, in the order of their seats whoever was first.
     *
     * @throws InterruptedException if the attempt was given up; nobody is asked any more then
     */
    public List<Opinion> judge(Exhibit exhibit) throws InterruptedException {
        return SideBySide.each(jurors, juror -> juror.judge(exhibit));
    }
}
