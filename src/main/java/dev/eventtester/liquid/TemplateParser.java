package dev.eventtester.liquid;

import dev.eventtester.json.JsText;
import dev.eventtester.liquid.value.Chars;
import dev.eventtester.liquid.value.Expression;
import dev.eventtester.liquid.value.Reader;
import dev.eventtester.liquid.value.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Compiles the pieces of a template into nodes. Used once, by one thread. */
final class TemplateParser {

    private static final int MAX_DEPTH = 200;
    private static final Node NOTHING = new Node.Text("");

    private final Deque<Token> rest;
    private int depth;

    private TemplateParser(List<Token> tokens, int depth) {
        this.rest = new ArrayDeque<>(tokens);
        this.depth = depth;
    }

    static List<Node> parse(String template) {
        return new TemplateParser(Lexer.pieces(template), 0).all();
    }

    private List<Node> all() {
        List<Node> nodes = new ArrayList<>();
        while (!rest.isEmpty()) {
            nodes.add(node(rest.pop()));
        }
        return List.copyOf(nodes);
    }

    private Node node(Token token) {
        return switch (token.kind()) {
            case TEXT -> new Node.Text(token.content());
            case OUTPUT -> new Node.Output(FilteredValueParser.parse(token.reader()));
            case TAG -> nested(token);
        };
    }

    private Node nested(Token tag) {
        if (++depth > MAX_DEPTH) {
            throw tag.error("tags are nested too deeply");
        }
        Node node = tag(tag);
        depth--;
        return node;
    }

    private Node tag(Token tag) {
        return switch (tag.name()) {
            case "assign" -> assign(tag.reader());
            case "capture" -> new Node.Capture(captured(tag.reader()), body(tag, "endcapture"));
            case "comment" -> comment(tag);
            case "raw" -> raw(tag);
            case "increment" -> new Node.Count(tag.reader().name(), 1);
            case "decrement" -> new Node.Count(tag.reader().name(), -1);
            case "cycle" -> cycle(tag);
            case "if" -> choiceIf(tag);
            case "unless" -> choiceUnless(tag);
            case "block" -> new Node.Block(body(tag, "endblock"));
            case "break", "continue" -> new Node.Stop();
            case "echo" -> echo(tag.reader());
            case "liquid" -> new Node.Lines(new TemplateParser(Lexer.lines(tag), depth).all());
            case "#" -> inlineComment(tag);
            case "case", "for", "include", "layout", "render", "tablerow" ->
                throw tag.error("tag \"" + tag.name() + "\" is disabled");
            default -> throw tag.error("tag \"" + tag.name() + "\" not found");
        };
    }

    private static Node assign(Reader reader) {
        String name = reader.name();
        reader.require(!name.isEmpty(), "a variable name is expected");
        reader.skipBlanks();
        reader.require(reader.skip('='), "\"=\" is expected");
        return new Node.Assign(name, FilteredValueParser.parse(reader));
    }

    private static String captured(Reader reader) {
        String name = reader.name();
        if (!name.isEmpty()) {
            return name;
        }
        reader.require(Chars.isQuote(reader.peek()), "a variable name is expected");
        return reader.quoted();
    }

    private List<Node> body(Token tag, String end) {
        List<Node> nodes = new ArrayList<>();
        Token token = next(tag);
        while (!token.isTag(end)) {
            nodes.add(node(token));
            token = next(tag);
        }
        return List.copyOf(nodes);
    }

    private Node comment(Token tag) {
        Token token = next(tag);
        while (!token.isTag("endcomment")) {
            token = next(tag);
        }
        return NOTHING;
    }

    private Node raw(Token tag) {
        StringBuilder text = new StringBuilder();
        Token token = next(tag);
        while (!token.isTag("endraw")) {
            text.append(token.raw());
            token = next(tag);
        }
        return new Node.Text(text.toString());
    }

    private static Node cycle(Token tag) {
        Reader reader = tag.reader();
        List<Expression.Operand> candidates = new ArrayList<>();
        Expression.Operand group = new Expression.Constant(Values.UNDEFINED);
        Optional<Expression.Operand> first = reader.value();
        reader.skipBlanks();
        if (first.isPresent() && reader.skip(':')) {
            group = first.get();
        } else {
            first.ifPresent(candidates::add);
        }
        while (!reader.isAtEnd()) {
            reader.value().ifPresent(candidates::add);
            reader.skipPast(',');
        }
        reader.require(!candidates.isEmpty(), "a cycle needs values");
        return new Node.Cycle(group, List.copyOf(candidates));
    }

    private Node choiceIf(Token tag) {
        List<Node.Branch> branches = new ArrayList<>();
        List<Node> body = new ArrayList<>();
        List<Node> otherwise = new ArrayList<>();
        boolean inElse = false;
        branches.add(new Node.Branch(FilteredValueParser.parse(tag.reader()), true, body));
        for (Token token = next(tag); !isEndif(token); token = next(tag)) {
            if (token.isTag("elsif")) {
                refuse(inElse, token, "unexpected elsif after else");
                body = new ArrayList<>();
                branches.add(new Node.Branch(FilteredValueParser.parse(token.reader()), true, body));
            } else if (token.isTag("else")) {
                refuse(inElse, token, "duplicated else");
                refuseContent(token);
                inElse = true;
                body = otherwise;
            } else {
                body.add(node(token));
            }
        }
        return new Node.Choice(List.copyOf(branches), otherwise);
    }

    private static boolean isEndif(Token token) {
        boolean ends = token.isTag("endif");
        if (ends) {
            refuseContent(token);
        }
        return ends;
    }

    private static void refuseContent(Token tag) {
        refuse(!tag.content().isEmpty(), tag, "unexpected \"" + tag.content() + "\" after " + tag.name());
    }

    private static void refuse(boolean condition, Token tag, String message) {
        if (condition) {
            throw tag.error(message);
        }
    }

    /** Unlike {@code if}, {@code unless} ignores whatever follows its first {@code else} part. */
    private Node choiceUnless(Token tag) {
        List<Node.Branch> branches = new ArrayList<>();
        List<Node> body = new ArrayList<>();
        List<Node> otherwise = new ArrayList<>();
        boolean inElse = false;
        branches.add(new Node.Branch(FilteredValueParser.parse(tag.reader()), false, body));
        for (Token token = next(tag); !token.isTag("endunless"); token = next(tag)) {
            if (token.isTag("else")) {
                body = inElse ? new ArrayList<>() : otherwise;
                inElse = true;
            } else if (token.isTag("elsif")) {
                body = new ArrayList<>();
                if (!inElse) {
                    branches.add(new Node.Branch(FilteredValueParser.parse(token.reader()), true, body));
                }
            } else {
                body.add(node(token));
            }
        }
        return new Node.Choice(List.copyOf(branches), otherwise);
    }

    private static Node echo(Reader reader) {
        return reader.isAtEnd() ? NOTHING : new Node.Output(FilteredValueParser.parse(reader));
    }

    private static Node inlineComment(Token tag) {
        String text = tag.content();
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            int first = i + 1;
            while (first < text.length() && JsText.isWhitespace(text.charAt(first))) {
                first++;
            }
            boolean ends = first == text.length() || text.charAt(first) == '#';
            refuse(!ends, tag, "every line of an inline comment has to start with \"#\"");
        }
        return NOTHING;
    }

    private Token next(Token opening) {
        if (rest.isEmpty()) {
            throw opening.error("tag " + opening.raw() + " is not closed");
        }
        return rest.pop();
    }
}
