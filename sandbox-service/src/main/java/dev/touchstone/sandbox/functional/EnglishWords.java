package dev.touchstone.sandbox.functional;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** The words of a text that say a topic, by Lucene's English analyzer: stems by Porter, without articles and the like. */
final class EnglishWords {

    private EnglishWords() {
    }

    /** Each with the form in which the text, folded (NFKC), says it first. */
    static Map<String, String> asSaid(String text) {
        String plain = Folded.of(text);
        Map<String, String> words = new LinkedHashMap<>();
        try (EnglishAnalyzer analyzer = new EnglishAnalyzer(); TokenStream tokens = analyzer.tokenStream("text", plain)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.putIfAbsent(term.toString(), plain.substring(place.startOffset(), place.endOffset()));
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }
}
