package dev.touchstone.review.pages;

import java.util.List;

/**
 * What every page has around it.
 *
 * @param path of the page, to come back to in another language
 * @param retryTaken whether the reader has just asked for a stage again; the events tell of it later
 */
record Frame(Language language, String path, boolean retryTaken) {

    public List<Language> languages() {
        return List.of(Language.values());
    }

    Frame afterRetry(boolean taken) {
        return new Frame(language, path, taken);
    }
}
