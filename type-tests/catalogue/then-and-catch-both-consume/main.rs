include!("../prelude.rs");

pub async fn run() {
    let token = make(1);
    let then = || eat(token);
    let catch = || eat(token); //~ E0382
    tick().await;
    then();
    catch();
}
