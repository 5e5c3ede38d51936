package dev.eventtester.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectListTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "select id, email from users                              # id email",
                "SELECT u.id , public.u.email AS Mail FROM users u;       # id Mail",
                "select distinct id from users                            # id",
                "select count(*) as n, max(a, b) as top from t            # n top",
                "select extract(year from d) as y, (select 1, 2) as z from t # y z",
                "select case when a > 1 then 'x, y' else '' end as c, d from t # c d",
                "select a || ' from ' || b as c from t                    # c",
                "select \"Full Name\" as \"name\", `b` from t             # name b",
                "select \"a\"\"b\" from t                                 # a\"b",
                "select x::text as x, y from t                            # x y",
                "select 1 as id, 'it''s' as plan                          # id plan",
                "select fromage, from_date from t                         # fromage from_date",
                "select row_number() over (partition by a, b) as n from t # n",
                "select tags[1] as tag from t                             # tag",
                "select größe from t                                      # größe",
            })
    void reads_what_a_plain_query_names(String query, String names) {
        assertThat(SelectList.of(query)).hasValue(Arrays.asList(names.split(" ")));
    }

    @Test
    void reads_over_comments_and_lines() {
        String query = "-- who, from where\nselect\n  id, /* from, */ email -- the last, one\nfrom users -- '";

        assertThat(SelectList.of(query)).hasValue(Arrays.asList("id", "email"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "select",
                "select from users",
                "select * from users",
                "select u.*, a from users u",
                "select id, from users",
                "select , id from users",
                "select count(*) from users",
                "select count(*) n from users",
                "select a b from users",
                "select 1 from users",
                "select 'id' from users",
                "select null from users",
                "select a. from users",
                "select .a from users",
                "select id, id from users",
                "select distinct on (a) b from users",
                "select a is distinct from b as c from t",
                "select a union select b as c",
                "with u as (select 1 as id) select id from u",
                "insert into t values (1)",
                "delete from users",
                "select f(a as b from t",
                "select 'a as b from t",
                "select \"a from t",
                "select \" \" from t",
                "select 'a\\', b as c, d from t",
                "select $$, x as $$ as b from t",
                "select as b from t",
                "/* select id from t",
                "-- select id from t"
            })
    void leaves_alone_what_is_not_certain(String query) {
        assertThat(SelectList.of(query)).isEmpty();
    }

    @Test
    void reads_the_longest_query_without_delay_or_depth() {
        int half = 32 * 1024;

        assertThat(SelectList.of("select " + "(".repeat(half) + ")".repeat(half) + " as a from t"))
                .hasValue(List.of("a"));
        assertThat(SelectList.of("select " + "a,".repeat(half) + "b from t")).isEmpty();
    }
}
