package dev.eventtester.trigger;

import static dev.eventtester.trigger.Events.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void shows_every_condition_with_what_it_met() {
        Explanation explanation = Trigger.parse("type = \"track\" and properties.total > 5 and properties.gift = true")
                .explain(json("{'type':'track','properties':{'total':7.5,'gift':true}}"));
        assertThat(explanation.matched()).isTrue();
        assertThat(explanation.toJson())
                .isEqualTo(json("{'matched':true,'conditions':{'operator':'and','children':["
                        + "{'path':'type','operator':'=','expected':'track','actual':'track','actualType':'string','holds':true},"
                        + "{'path':'properties.total','operator':'>','expected':5,'actual':7.5,'actualType':'number','holds':true},"
                        + "{'path':'properties.gift','operator':'is_true','actual':true,'actualType':'boolean','holds':true}"
                        + "],'holds':true}}"));
    }

    @Test
    void marks_what_was_not_evaluated_but_shows_its_value() {
        Explanation explanation = Trigger.parse("type = \"page\" and (event = \"a\" or name = null) and userId = \"u\"")
                .explain(json("{'type':'track','event':'a','userId':null}"));
        assertThat(explanation.conditions().toJson())
                .isEqualTo(json("{'operator':'and','children':["
                        + "{'path':'type','operator':'=','expected':'page','actual':'track','actualType':'string','holds':false},"
                        + "{'operator':'or','children':["
                        + "{'path':'event','operator':'=','expected':'a','actual':'a','actualType':'string','evaluated':false},"
                        + "{'path':'name','operator':'not_exists','actualType':'missing','evaluated':false}],'evaluated':false},"
                        + "{'path':'userId','operator':'=','expected':'u','actual':null,'actualType':'null','evaluated':false}"
                        + "],'holds':false}"));
    }

    @Test
    void stops_an_or_at_the_first_that_holds() {
        Explanation explanation =
                Trigger.parse("type = \"track\" or event = \"b\"").explain(json("{'type':'track','event':'b'}"));
        JsonNode children = explanation.conditions().toJson().get("children");
        assertThat(children.get(0).path("holds").booleanValue()).isTrue();
        assertThat(children.get(1).get("evaluated").booleanValue()).isFalse();
        assertThat(children.get(1).has("holds")).isFalse();
    }

    @Test
    void reports_the_failure_of_an_empty_group_as_a_value() {
        Explanation explanation =
                Trigger.parse("type = \"page\" or () or event = \"b\"").explain(json("{'type':'track'}"));
        assertThat(explanation.matched()).isFalse();
        assertThat(explanation.error()).contains("the evaluation reached a group without any condition");
        assertThat(explanation.nearestMiss()).isEmpty();
        JsonNode children = explanation.toJson().at("/conditions/children");
        assertThat(children.get(1)).isEqualTo(json("{'operator':'and','children':[],'holds':false}"));
        assertThat(children.get(2).get("evaluated").booleanValue()).isFalse();
    }

    @Test
    void evaluates_nothing_without_an_event() {
        Explanation explanation = Trigger.parse("event != \"a\"").explain(MissingNode.getInstance());
        assertThat(explanation.matched()).isFalse();
        assertThat(explanation.conditions().evaluated()).isFalse();
    }

    @Test
    void says_NaN_where_no_JSON_number_can() {
        assertThat(Trigger.parse("properties.x = -")
                        .conditions()
                        .toJson()
                        .at("/children/0/expected")
                        .textValue())
                .isEqualTo("NaN");
    }

    @Test
    void shortens_a_long_text_and_leaves_out_a_large_object() {
        String list = "[" + "1,".repeat(100) + "1]";
        JsonNode event = json("{'event':'" + "x".repeat(600) + "','properties':{'list':" + list + ",'pair':[1,2]}}");
        JsonNode children = Trigger.parse("event = \"a\" or properties.list = \"a\" or properties.pair = \"a\"")
                .explain(event)
                .conditions()
                .toJson()
                .get("children");
        assertThat(children.get(0).get("actual").textValue()).hasSize(500);
        assertThat(children.get(0).get("actualTruncated").booleanValue()).isTrue();
        assertThat(children.get(1).has("actual")).isFalse();
        assertThat(children.get(1).get("actualType").textValue()).isEqualTo("array");
        assertThat(children.get(2).get("actual")).isEqualTo(json("[1,2]"));
        assertThat(children.get(2).has("actualTruncated")).isFalse();
    }
}
