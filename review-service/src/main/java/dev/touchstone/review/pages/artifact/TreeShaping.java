package dev.touchstone.review.pages.artifact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.review.Shown;
import dev.touchstone.review.pages.artifact.ArtifactView.Tree;
import dev.touchstone.review.pages.artifact.ArtifactView.Twig;

/** Unfolds a JSON value as far as a page has room. What lies deeper is a link that begins there. */
final class TreeShaping {

    private static final int DEEPEST = 5;
    private static final int MOST = 1_500;
    private static final int MOST_MEMBERS = 400;
    private static final Shown NOTHING = Shown.of("");

    private final Function<String, String> address;
    private final List<Twig> twigs = new ArrayList<>();
    private boolean cut;

    private TreeShaping(Function<String, String> address) {
        this.address = address;
    }

    /**
     * @param at the value to begin with; the whole where there is none such
     * @param address of the page that begins with a value, by its pointer
     */
    static Tree shape(JsonNode document, String at, Function<String, String> address) {
        JsonPointer pointer = pointer(at);
        JsonNode found = document.at(pointer);
        boolean there = !found.isMissingNode();
        TreeShaping shaping = new TreeShaping(address);
        shaping.add("", there ? pointer : JsonPointer.empty(), there ? found : document, 0);
        return new Tree(Shown.of(there ? pointer.toString() : ""), address.apply(""), shaping.twigs, shaping.cut);
    }

    private static JsonPointer pointer(String at) {
        try {
            return JsonPointer.compile(at);
        } catch (IllegalArgumentException none) {
            return JsonPointer.empty();
        }
    }

    private void add(String name, JsonPointer pointer, JsonNode value, int depth) {
        if (twigs.size() >= MOST) {
            cut = true;
        } else if (!value.isContainerNode()) {
            twigs.add(new Twig(Twig.Kind.LEAF, Shown.of(name), Shown.of(value.asText()), 0, ""));
        } else if (depth >= DEEPEST) {
            twigs.add(new Twig(Twig.Kind.FURTHER, Shown.of(name), NOTHING, value.size(), address.apply(pointer.toString())));
        } else {
            open(name, pointer, value, depth);
        }
    }

    private void open(String name, JsonPointer pointer, JsonNode value, int depth) {
        twigs.add(new Twig(Twig.Kind.OPEN, Shown.of(name), NOTHING, value.size(), ""));
        cut |= value.size() > MOST_MEMBERS;
        if (value.isObject()) {
            value.propertyStream().limit(MOST_MEMBERS).forEach(member -> add(member.getKey(),
                    pointer.appendProperty(member.getKey()), member.getValue(), depth + 1));
        } else {
            for (int i = 0; i < Math.min(value.size(), MOST_MEMBERS); i++) {
                add(String.valueOf(i), pointer.appendIndex(i), value.path(i), depth + 1);
            }
        }
        twigs.add(new Twig(Twig.Kind.CLOSE, NOTHING, NOTHING, 0, ""));
    }
}
