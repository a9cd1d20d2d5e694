package dev.touchstone.judge.report;

import java.util.List;

import dev.touchstone.judge.questions.Prepared;

/**
 * What is to be said of an attempt besides its results.
 *
 * @param unseen what the jury should have seen and could not, in words for people: it keeps the verdict from an approval
 * @param remarks for people, of no weight
 */
public record Notes(List<String> unseen, List<String> remarks) {

    public Notes {
        unseen = List.copyOf(unseen);
        remarks = List.copyOf(remarks);
    }

    public static Notes of(Prepared prepared) {
        return new Notes(prepared.unseen(), prepared.remarks());
    }
}
