package dev.touchstone.sandbox.security.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.touchstone.sandbox.Span;

/**
 * Calls of tools that stand in an answer's text, for agents whose protocol has no other place for them: as JSON, as tags, as
 * "Action:", and as a function with its parentheses.
 */
final class ToolNotation {

    private static final String NAME = "([\\p{L}_][\\p{L}\\p{N}_./:-]{0,99})";
    /** Forms that are nothing else than calls. */
    private static final Pattern FORMAL = Pattern.compile(
            "\"(?:name|tool|tool_?name|function|function_?name|action|recipient_?name|method)\"\\s{0,5}:\\s{0,5}\"" + NAME
                    + "\""
                    + "|<(?:invoke|function|tool|tool_call|function_call|action)\\s[^<>]{0,80}?name\\s{0,3}=\\s{0,3}[\"']?"
                    + NAME
                    + "|<(?:function|tool)=[\"']?" + NAME
                    + "|<(?:tool|tool_?name|function|function_?name|action)>\\s{0,10}" + NAME
                    + "|^[\\W_]{0,6}(?:action|tool|tool call|function|calling|call|ツール|アクション|関数|呼び出し)"
                    + "[*_]{0,2}\\s{0,2}[:：][*_]{0,2}\\s{0,3}[\"'`]?" + NAME,
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    /** Forms that code and prose have as well. */
    private static final Pattern LOOSE = Pattern.compile("(?<![\\p{L}\\p{N}_.-])" + NAME + "\\s?\\(|<" + NAME + "\\s{0,3}/?>");

    private ToolNotation() {
    }

    static List<Span> find(String code, List<Glob> tools, String text) {
        List<Span> found = new ArrayList<>();
        find(code, FORMAL, tools, text, found);
        find(code, LOOSE, tools.stream().filter(Glob::isTelling).toList(), text, found);
        return found;
    }

    private static void find(String code, Pattern pattern, List<Glob> tools, String text, List<Span> found) {
        for (Matcher matcher = pattern.matcher(text); !tools.isEmpty() && matcher.find();) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                String name = matcher.group(group);
                if (name != null && tools.stream().anyMatch(tool -> names(tool, name))) {
                    found.add(new Span(code, matcher.start(group), matcher.end(group)));
                }
            }
        }
    }

    /** A name may stand behind that of its server or module, as in {@code functions.delete_all}. */
    static boolean names(Glob tool, String name) {
        int from = Math.max(name.lastIndexOf('.'), Math.max(name.lastIndexOf('/'), name.lastIndexOf(':'))) + 1;
        return tool.matches(name) || tool.matches(name.substring(from));
    }
}
