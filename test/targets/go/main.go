// Prints every entry of the package in the form of registry.json with what it answers, read by reflection.
package main

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"unicode"

	"app/internal/smserrorcodes"
)

func main() {
	catalogs := map[string]any{
		"alibaba/api":           plain(smserrorcodes.AlibabaAPIErrors()),
		"alibaba/receipt":       plain(smserrorcodes.AlibabaReceiptErrors()),
		"bandwidth/message":     plain(smserrorcodes.BandwidthMessageErrors()),
		"sinch/delivery-report": plain(smserrorcodes.SinchDeliveryErrors()),
	}
	if err := json.NewEncoder(os.Stdout).Encode(catalogs); err != nil {
		panic(err)
	}
}

func plain[Entry any](entries []Entry) []map[string]any {
	axes := reflect.TypeOf(smserrorcodes.Claims{})
	rows := make([]map[string]any, 0, len(entries))
	for _, entry := range entries {
		row := map[string]any{}
		classification := map[string]any{}
		value := reflect.ValueOf(entry)
		for index := 0; index < value.NumField(); index++ {
			name := value.Type().Field(index).Name
			field := value.Field(index).Interface()
			_, isAxis := axes.FieldByName(name)
			switch provenance, isProvenance := field.(smserrorcodes.Provenance); {
			case isProvenance:
				if found := lines(provenance); name == "Stated" || len(found) > 0 {
					row[camel(name)] = found
				}
			case isAxis && field == reflect.Zero(value.Field(index).Type()).Interface():
			case isAxis:
				classification[camel(name)] = field
			case (name == "Note" || name == "Deprecation") && value.Field(index).IsZero():
			default:
				row[camel(name)] = field
			}
		}
		row["classification"] = classification
		row["yes"] = yes(value.MethodByName("Claims").Call(nil)[0])
		row["sentence"] = value.FieldByName("Category").Interface().(smserrorcodes.Category).Sentence()
		rows = append(rows, row)
	}
	return rows
}

// yes names the questions that are answered so; reflection has them in the order of their names.
func yes(claims reflect.Value) []string {
	names := []string{}
	for index := 0; index < claims.NumMethod(); index++ {
		if claims.Method(index).Call(nil)[0].Bool() {
			names = append(names, camel(claims.Type().Method(index).Name))
		}
	}
	return names
}

func lines(provenance smserrorcodes.Provenance) map[string]any {
	found := map[string]any{}
	value := reflect.ValueOf(provenance)
	for index := 0; index < value.NumField(); index++ {
		if line := value.Field(index).Int(); line != 0 {
			found[camel(value.Type().Field(index).Name)] = map[string]any{"line": line}
		}
	}
	return found
}

// camel turns SMPPCode into smppCode.
func camel(name string) string {
	runes := []rune(name)
	for index := range runes {
		if index > 0 && index+1 < len(runes) && unicode.IsLower(runes[index+1]) || unicode.IsLower(runes[index]) {
			break
		}
		runes[index] = unicode.ToLower(runes[index])
	}
	return strings.TrimSpace(string(runes))
}
