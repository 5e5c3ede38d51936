package dev.eventtester.liquid.value;

/** A position in a template. Line and column, both from 1, are counted only when somebody wants to read them. */
public record Place(String source, int position) {

    @Override
    public String toString() {
        int line = 1;
        int column = 1;
        for (int i = 0; i < position && i < source.length(); i++) {
            if (source.charAt(i) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return ", line:" + line + ", col:" + column;
    }
}
