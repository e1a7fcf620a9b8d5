use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// A choice of one of a few values by a select.
pub fn choice<T: Copy + PartialEq + 'static>(
    label: &'static str,
    values: &[(T, String)],
    chosen: T,
    choose: impl Fn(T) + 'static,
) -> Html {
    let of_place: Vec<_> = values.iter().map(|(value, _)| *value).collect();
    let onchange = Callback::from(move |event: Event| {
        let place =
            event.target_dyn_into::<HtmlSelectElement>().and_then(|select| select.value().parse::<usize>().ok());
        if let Some(value) = place.and_then(|place| of_place.get(place)) {
            choose(*value);
        }
    });
    html! {
        <label>
            <span class="vat-label">{ label }</span>
            <select {onchange}>
                { for values.iter().enumerate().map(|(place, (value, label))| html! {
                    <option value={place.to_string()} selected={*value == chosen}>{ label }</option>
                }) }
            </select>
        </label>
    }
}
