package dev.eventtester.liquid;

/** A line and a column of a template, both from 1. */
record Place(int line, int column) {

    static Place of(String source, int position) {
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
        return new Place(line, column);
    }

    @Override
    public String toString() {
        return ", line:" + line + ", col:" + column;
    }
}
