package dev.touchstone.judge.questions.found;

import java.util.List;

import dev.touchstone.judge.questions.Draft;

/**
 * What earlier stages give rise to.
 *
 * @param unseen findings that could not be read, in words for people
 */
public record Found(List<Draft> drafts, List<String> unseen) {

    public Found {
        drafts = List.copyOf(drafts);
        unseen = List.copyOf(unseen);
    }
}
